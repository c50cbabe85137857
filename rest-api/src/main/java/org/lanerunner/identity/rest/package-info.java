/** Accounts over HTTP: signing in, organisations, members, invitations. */
package org.lanerunner.identity.rest;
