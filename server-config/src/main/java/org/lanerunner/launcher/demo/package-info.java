/** Carries one load from post to paid over the public API, each step by the right person of the right organisation, and shows it. */
package org.lanerunner.launcher.demo;
