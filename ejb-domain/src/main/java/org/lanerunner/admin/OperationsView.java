package org.lanerunner.admin;

/**
 * The state of the installation in figures. Things are counted up to a thousand.
 *
 * @param eventsWaiting events in the outbox that are still to be sent
 * @param oldestEventSeconds how long the oldest of these waits
 * @param deadMessages mails and SMS that nobody takes
 * @param deadEvents events that a consumer could not take, among the dead letters of this server's broker
 * @param failingItems expiries and releases that are due and failed
 * @param databaseConnections open ones of the whole installation
 * @param mostDatabaseConnections the most that the database takes
 * @param suspendedOrganisations organisations that wait to be reopened
 * @param contestedBookings bookings that wait for an administrator's decision
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
