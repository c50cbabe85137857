package org.lanerunner.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Versioned;

/**
 * One's own profile.
 *
 * @param phone the confirmed number as people read it; null for none
 * @param phoneWaiting one that a code was sent to; null where none waits
 * @param avatarAt when the picture was last changed; null for none
 * @param phonePossible whether this installation sends SMS, so that a number can be confirmed
 * @param languages that there are
 */
public record ProfileView(
        UUID personId,
        String name,
        String email,
        String phone,
        String phoneWaiting,
        String language,
        String zone,
        ProfileDetails.Units units,
        ProfileDetails.Theme theme,
        Boolean shortcuts,
        Instant avatarAt,
        boolean phonePossible,
        List<String> languages,
        int version)
        implements Versioned {}
