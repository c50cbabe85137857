/** The home screen's tasks and search, over HTTP. */
package org.lanerunner.home.rest;
