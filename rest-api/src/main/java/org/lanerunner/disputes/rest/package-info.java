/** The disputes' part of the public API. */
package org.lanerunner.disputes.rest;
