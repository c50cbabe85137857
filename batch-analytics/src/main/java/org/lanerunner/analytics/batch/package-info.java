/** The lane report and other jobs that run at night or on demand. */
package org.lanerunner.analytics.batch;
