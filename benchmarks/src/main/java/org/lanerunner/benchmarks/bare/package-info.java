/** What LaneRunner's own calls are compared with in {@code bench identity}: the same use cases for one caller who is taken for granted. Never in the EAR that is shipped. */
package org.lanerunner.benchmarks.bare;
