/** Tracking's part of the public API. */
package org.lanerunner.tracking.rest;
