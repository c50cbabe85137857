/** Bookings over HTTP. */
package org.lanerunner.bookings.rest;
