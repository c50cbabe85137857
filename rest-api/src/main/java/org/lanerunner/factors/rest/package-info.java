/** Second factors over HTTP. */
package org.lanerunner.factors.rest;
