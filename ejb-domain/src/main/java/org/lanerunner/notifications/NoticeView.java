package org.lanerunner.notifications;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.lanerunner.shared.Money;

/**
 * A notice as its reader sees it. The reader's program makes its words from its kind and these facts.
 *
 * @param group the feature that tells of it
 * @param stays whether it waits on Home until it is acknowledged
 * @param readAt null while it is not read
 * @param acknowledgedAt null while it is not acknowledged
 */
public record NoticeView(
        UUID id,
        String kind,
        String group,
        NoticeSubject about,
        UUID aboutId,
        Map<String, String> texts,
        Map<String, Money> amounts,
        Map<String, Instant> times,
        Instant happenedAt,
        Instant madeAt,
        boolean stays,
        @Nullable Instant readAt,
        @Nullable Instant acknowledgedAt) {}
