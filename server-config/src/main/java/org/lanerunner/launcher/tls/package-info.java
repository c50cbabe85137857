/** HTTPS of a data folder: its own authority, the server's certificate, and what helps another device to trust them. Imports: launcher. */
package org.lanerunner.launcher.tls;
