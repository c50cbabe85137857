/** Messages to people over HTTP: for the administrator, and for who runs a demo. */
package org.lanerunner.outbound.rest;
