/** Messages to people over HTTP: for the administrator, and for the person who runs a demo. */
package org.lanerunner.outbound.rest;
