package org.lanerunner.admin;

/**
 * How the installation stands, in figures. What is counted is counted up to a thousand.
 *
 * @param eventsWaiting in the outbox, to be sent
 * @param oldestEventSeconds how long the oldest of these waits
 * @param deadMessages mails and SMS that nobody takes
 * @param deadEvents events that a consumer could not take, among the dead letters of this server's broker
 * @param failingItems expiries and releases that are due and failed
 * @param databaseConnections open ones of the whole installation
 * @param mostDatabaseConnections as many as the database takes
 * @param suspendedOrganisations how many wait to be reopened
 * @param contestedBookings how many wait for an administrator's decision
 */
public record OperationsView(
        long eventsWaiting,
        long oldestEventSeconds,
        long deadMessages,
        long deadEvents,
        long failingItems,
        long databaseConnections,
        long mostDatabaseConnections,
        long suspendedOrganisations,
        long contestedBookings) {}
