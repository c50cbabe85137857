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
 * @param answeredLate whether the answer came when the time for it was over
 * @param decisionReason the administrator's reason; null where the buyer or the seller ended it
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

    /** The contest as a list of many shows it: without what the sides say and show, and without the reason of the decision. */
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

    /** What the contest is about: a booking, its sides and the money that is held. */
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
     * What a side has said and when, and the documents that it shows.
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
     * The times at which the contest reached each status, and the deadline of what comes by itself; null for what has not happened.
     *
     * @param answerDueAt the time until which the seller may answer before the administrators have it
     * @param queuedAt the time since which the administrators have it
     * @param settledAt when the money went to the seller; it waits while the platform has the seller suspended
     */
    public record ContestTimes(
            Instant answerDueAt,
            @Nullable Instant queuedAt,
            @Nullable Instant endedAt,
            @Nullable Instant settledAt) {}
}
