/** Events over HTTP. */
package org.lanerunner.events.rest;
