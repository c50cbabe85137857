package org.lanerunner.identity;

import java.time.Instant;

/**
 * A link that an administrator made for somebody who can't get in.
 *
 * @param link to be handed over, shown only now; null where it went by mail
 */
public record HelpingLinkMade(String link, Instant expiresAt) {}
