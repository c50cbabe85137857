/** Asks of every request whether its network is let in and it is within its rates; and how both are set. Imports: shared. */
package org.lanerunner.gate.rest;
