package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;

/**
 * A link that an administrator made for a person who can't get in.
 *
 * @param link to be handed over, shown only now; null where it went by mail
 */
public record HelpingLinkMade(@Nullable String link, Instant expiresAt) {}
