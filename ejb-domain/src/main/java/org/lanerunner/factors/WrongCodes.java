package org.lanerunner.factors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Sql;

/**
 * Counts a person's wrong answers where one can guess: six digits, or the password of a person who is signed in. After some wrong answers in a row the wait
 * doubles with each further one, up to an hour. A right answer resets the count, and so does a day without any. A person who guesses meets this however many
 * challenges and addresses they have. A browser from which the person has signed in has a count of its own, and so has each session: nobody else's guesses make
 * the person wait there. The row is locked while it is counted, so that guesses at the same time come one after another.
 */
@ApplicationScoped
class WrongCodes {

    static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final int DOUBLINGS = 7;
    private static final int AT_ONCE = 100;

    /** The place where somebody answers. */
    record Place(UUID personId, String name) {

        /** @param deviceId null for a device from which the person has not signed in */
        static Place device(UUID personId, UUID deviceId) {
            return new Place(personId, deviceId == null ? "elsewhere" : "device " + deviceId);
        }

        static Place session(UUID personId, UUID sessionId) {
            return new Place(personId, "session " + sessionId);
        }
    }

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** @return how long to wait before an answer is looked at; zero when it may be looked at now */
    Duration hold(Place place) {
        Instant arrived = clock.instant();
        forgetOld(arrived);
        sql.update(
                "INSERT INTO factors.wrong_code (person_id, place, failures, not_before, last_at) VALUES (?, ?, 0, ?, ?) ON CONFLICT DO NOTHING",
                place.personId(),
                place.name(),
                arrived,
                arrived);
        Instant notBefore = sql.first(
                        "SELECT not_before FROM factors.wrong_code WHERE person_id = ? AND place = ? FOR UPDATE",
                        row -> Sql.instant(row, "not_before"),
                        place.personId(),
                        place.name())
                .orElse(arrived);
        // read once the row is held: another guess may have been looked at meanwhile
        Instant now = clock.instant();
        return notBefore.isAfter(now) ? Duration.between(now, notBefore) : Duration.ZERO;
    }

    void wrong(Place place) {
        Instant now = clock.instant();
        int failures = sql.first(
                        "UPDATE factors.wrong_code SET failures = CASE WHEN last_at < ? THEN 1 ELSE failures + 1 END, last_at = ?"
                                + " WHERE person_id = ? AND place = ? RETURNING failures",
                        row -> row.getInt(1),
                        now.minus(FORGOTTEN),
                        now,
                        place.personId(),
                        place.name())
                .orElse(1);
        sql.update(
                "UPDATE factors.wrong_code SET not_before = ? WHERE person_id = ? AND place = ?",
                now.plus(waitAfter(failures)),
                place.personId(),
                place.name());
    }

    void right(Place place) {
        sql.update("DELETE FROM factors.wrong_code WHERE person_id = ? AND place = ?", place.personId(), place.name());
    }

    void forget(UUID personId) {
        sql.update("DELETE FROM factors.wrong_code WHERE person_id = ?", personId);
    }

    /** Deletes old counts, some at a time, and passes over those that somebody is about to use. */
    private void forgetOld(Instant now) {
        sql.update(
                "DELETE FROM factors.wrong_code WHERE (person_id, place) IN"
                        + " (SELECT person_id, place FROM factors.wrong_code WHERE last_at < ? LIMIT ? FOR UPDATE SKIP LOCKED)",
                now.minus(FORGOTTEN),
                AT_ONCE);
    }

    static Duration waitAfter(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - FREE, DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
