package org.lanerunner.shared;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that waits for a person, as facts alone. The portal makes the words.
 *
 * @param kind the feature and what is to be done, such as {@code bookings.dispatch}
 * @param turn whether it waits for its reader, or is under way with others to act
 * @param subject the thing that it is about; null for a first step, which has none yet
 * @param within the thing to which its subject belongs, such as an offer's load; null for none
 * @param counterpart the name of the organisation on the other side, where it matters
 * @param amount the money in question
 * @param place the town in question
 * @param deadline the time until which it is to be done; null for none
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

    /** The side that is to act next. */
    public enum Turn {
        YOURS,
        OTHERS
    }

    /** @param type the kind of thing, in the word by which its events begin; @param reference null for a thing that has none */
    public record Thing(String type, UUID id, @Nullable String reference) {}

    /** A task without a subject: a first step, such as to post the first load. */
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

    /** The same task, under way with others to act next. */
    public Task underWay() {
        return new Task(kind, Turn.OTHERS, subject, within, counterpart, amount, place, deadline, zone);
    }
}
