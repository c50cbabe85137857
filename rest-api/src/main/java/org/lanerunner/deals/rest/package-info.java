/** Offers over HTTP. */
package org.lanerunner.deals.rest;
