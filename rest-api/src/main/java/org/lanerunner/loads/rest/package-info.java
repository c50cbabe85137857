/** Loads over HTTP. */
package org.lanerunner.loads.rest;
