package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Versioned;

/**
 * A person's own profile.
 *
 * @param phone the confirmed number as people read it; null for none
 * @param phoneWaiting the number to which a code was sent; null where none waits
 * @param avatarAt when the picture was last changed; null for none
 * @param phonePossible whether this installation sends SMS, so that a number can be confirmed
 * @param languages the languages that there are
 */
public record ProfileView(
        UUID personId,
        String name,
        String email,
        @Nullable String phone,
        @Nullable String phoneWaiting,
        @Nullable String language,
        @Nullable String zone,
        @Nullable ProfileDetails.Units units,
        @Nullable ProfileDetails.Theme theme,
        @Nullable Boolean shortcuts,
        @Nullable Instant avatarAt,
        boolean phonePossible,
        List<String> languages,
        int version)
        implements Versioned {}
