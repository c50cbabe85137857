/** What a person comes in by, over HTTP. */
package org.lanerunner.home.rest;
