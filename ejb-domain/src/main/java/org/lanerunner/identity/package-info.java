/**
 * Who may do what: persons, organisations, memberships with roles, sessions, invitations.
 *
 * <p>Imports: shared, events, outbound, notifications.
 */
package org.lanerunner.identity;
