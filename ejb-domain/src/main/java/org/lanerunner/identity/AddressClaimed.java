package org.lanerunner.identity;

import java.util.UUID;

/**
 * Who has the mailbox set a password by mail for an account whose address nobody had confirmed, or came back after all was lost: whoever had the account before may be somebody else, and what was left in it
 * to come in by is theirs.
 */
public record AddressClaimed(UUID personId) {}
