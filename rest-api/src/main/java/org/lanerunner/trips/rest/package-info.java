/** Trips over HTTP. */
package org.lanerunner.trips.rest;
