/** The fleet's part of the public API. */
package org.lanerunner.fleet.rest;
