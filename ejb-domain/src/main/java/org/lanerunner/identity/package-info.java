/**
 * Who may do what: persons, organisations, memberships with roles, sessions, invitations.
 *
 * <p>Imports: shared, events, outbound.
 */
package org.lanerunner.identity;
