/** Feature flags over HTTP: one's own, and their administration. */
package org.lanerunner.flags.rest;
