/** The change of keys over HTTP, for the administrator. */
package org.lanerunner.vault.rest;
