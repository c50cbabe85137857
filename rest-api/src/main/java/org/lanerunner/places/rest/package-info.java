/** The gazetteer's part of the public API. */
package org.lanerunner.places.rest;
