/** Reports over HTTP. */
package org.lanerunner.analytics.rest;
