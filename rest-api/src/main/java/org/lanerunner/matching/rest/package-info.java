/** Matching over HTTP. */
package org.lanerunner.matching.rest;
