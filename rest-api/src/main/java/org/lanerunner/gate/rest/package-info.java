/** Asks of every request whether it is within its rates. Imports: shared. */
package org.lanerunner.gate.rest;
