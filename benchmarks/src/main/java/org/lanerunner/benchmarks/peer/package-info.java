/** What LaneRunner is compared with: as little JAX-RS and JPA as reads and writes the same number of rows. Never in the EAR. */
package org.lanerunner.benchmarks.peer;
