/** Measurements, each beside what it is compared with. */
package org.lanerunner.benchmarks;
