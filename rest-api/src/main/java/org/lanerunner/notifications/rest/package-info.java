/** The inbox, and what comes by mail, over HTTP. */
package org.lanerunner.notifications.rest;
