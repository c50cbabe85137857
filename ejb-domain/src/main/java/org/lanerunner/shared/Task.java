package org.lanerunner.shared;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that waits for a person, as facts alone: the words are the portal's.
 *
 * @param kind the feature and what is to be done, such as {@code bookings.dispatch}
 * @param turn whether it waits for who reads it, or is under way with others to act
 * @param subject what it is about; null for what one begins with
 * @param within what its subject belongs to, such as an offer's load; null for nothing
 * @param counterpart the name of the organisation on the other side, where it matters
 * @param amount the money in question
 * @param place the town in question
 * @param deadline by when; null for whenever
 * @param zone the IANA zone in which the deadline is read; null for the reader's
 */
public record Task(
        String kind,
        Turn turn,
        @Nullable Thing subject,
        @Nullable Thing within,
        @Nullable String counterpart,
        @Nullable Money amount,
        @Nullable String place,
        @Nullable Instant deadline,
        @Nullable String zone) {

    /** Whose turn it is. */
    public enum Turn {
        YOURS,
        OTHERS
    }

    /** @param type in the word by which its events begin; @param reference null of what has none */
    public record Thing(String type, UUID id, @Nullable String reference) {}

    /** Without anything that it is about yet: what one begins with. */
    public static Task toBegin(String kind) {
        return about(kind, null);
    }

    public static Task about(String kind, Thing subject) {
        return new Task(kind, Turn.YOURS, subject, null, null, null, null, null, null);
    }

    public Task of(Thing whole) {
        return new Task(kind, turn, subject, whole, counterpart, amount, place, deadline, zone);
    }

    public Task with(String other) {
        return new Task(kind, turn, subject, within, other, amount, place, deadline, zone);
    }

    public Task over(Money money) {
        return new Task(kind, turn, subject, within, counterpart, money, place, deadline, zone);
    }

    public Task at(String town) {
        return new Task(kind, turn, subject, within, counterpart, amount, town, deadline, zone);
    }

    public Task by(Instant time, String inZone) {
        return new Task(kind, turn, subject, within, counterpart, amount, place, time, time == null ? null : inZone);
    }

    /** Others act next. */
    public Task underWay() {
        return new Task(kind, Turn.OTHERS, subject, within, counterpart, amount, place, deadline, zone);
    }
}
