package org.lanerunner.identity;

import java.util.UUID;

/**
 * Told when the holder of a mailbox took over an account: they set a password by mail while nobody had confirmed the address, or came back after all was lost.
 * Another person may have had the account before, and the ways in that are left in it are theirs.
 */
public record AddressClaimed(UUID personId) {}
