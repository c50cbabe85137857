/** Starts and stops the server and its database on one machine, one data folder at a time. */
package org.lanerunner.launcher;
