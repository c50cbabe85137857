/** Histories of business, told to the services inside the server, beside a plain model that says what each step may do. */
package org.lanerunner.system.probe.history;
