/** The wallet over HTTP. */
package org.lanerunner.ledger.rest;
