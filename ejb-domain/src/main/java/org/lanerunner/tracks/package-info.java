/**
 * Recorded tracks: reads the way of a vehicle from a file of GPX, NMEA 0183, GeoJSON, JSON points or CSV, and makes of it a journey that a load can make.
 *
 * <p>It is a library: it has no service, no table and no caller. The demo drives along what it reads; the server itself reads no such file.
 *
 * <p>Imports: places.
 */
package org.lanerunner.tracks;
