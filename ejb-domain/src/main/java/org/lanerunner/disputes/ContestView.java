package org.lanerunner.disputes;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Versioned;

/**
 * A contest as the two parties of its booking and the administrators see it.
 *
 * @param answer null while there is none
 * @param answeredLate the answer came when the time for it was over
 * @param decisionReason an administrator's; null where the buyer or the seller ended it
 * @param actions what this caller may do with it now
 */
public record ContestView(
        UUID id,
        @JsonUnwrapped ContestSubject subject,
        ContestStatus status,
        ContestReason reason,
        ContestWords contested,
        @Nullable ContestWords answer,
        boolean answeredLate,
        @JsonUnwrapped ContestTimes times,
        @Nullable String decisionReason,
        List<String> actions,
        int version)
        implements Versioned {

    /** As a list of many shows it: without what the sides say and show, and what was decided why. */
    ContestView unopened() {
        return new ContestView(
                id,
                subject,
                status,
                reason,
                contested.unopened(),
                answer == null ? null : answer.unopened(),
                answeredLate,
                times,
                null,
                actions,
                version);
    }

    /** What it is about: a booking, its sides and the money that is held. */
    public record ContestSubject(
            UUID bookingId,
            String bookingReference,
            ContestParty buyer,
            ContestParty seller,
            Money price,
            Money fee,
            boolean testMoney) {}

    /** A side of the booking. */
    public record ContestParty(UUID id, String name) {}

    /**
     * What a side has said, when, and what it shows for it.
     *
     * @param words null in the administrators' list, which shows no documents either
     */
    public record ContestWords(@Nullable String words, Instant saidAt, List<ContestFile> documents) {

        ContestWords unopened() {
            return new ContestWords(null, saidAt, List.of());
        }
    }

    /** A photo or paper. */
    public record ContestFile(UUID id, String name, String mediaType, long sizeBytes) {}

    /**
     * When it came to where it stands, and what comes by itself; null for what has not happened.
     *
     * @param answerDueAt until when the seller answers
     * @param queuedAt since when the administrators have it
     * @param settledAt when the money went to the seller; it waits while the platform has the seller suspended
     */
    public record ContestTimes(
            Instant answerDueAt,
            @Nullable Instant queuedAt,
            @Nullable Instant endedAt,
            @Nullable Instant settledAt) {}
}
