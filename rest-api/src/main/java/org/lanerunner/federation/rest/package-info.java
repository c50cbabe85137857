/** Signing in with an account elsewhere, over HTTP. */
package org.lanerunner.federation.rest;
