package org.lanerunner.factors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Sql;

/**
 * Counts a person's wrong answers where one can guess: six digits, or the password of who is signed in. After some in a row each further one makes all wait twice as
 * long, a day at most; a right one begins anew. Whoever guesses meets this however many challenges and addresses they have; the person still comes in with a factor that nobody
 * guesses. Counting holds the person's row, so that guesses at the same time come one after another.
 */
@ApplicationScoped
class WrongCodes {

    static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final int DOUBLINGS = 12;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** @return how long to wait before one is looked at; zero when it may be now */
    Duration hold(UUID personId) {
        sql.update(
                "INSERT INTO factors.wrong_code (person_id, failures, not_before) VALUES (?, 0, ?) ON CONFLICT DO NOTHING",
                personId,
                clock.instant());
        Instant notBefore = sql.first(
                        "SELECT not_before FROM factors.wrong_code WHERE person_id = ? FOR UPDATE",
                        row -> Sql.instant(row, "not_before"),
                        personId)
                .orElseThrow();
        // read once the row is held: another guess may have been looked at meanwhile
        Instant now = clock.instant();
        return notBefore.isAfter(now) ? Duration.between(now, notBefore) : Duration.ZERO;
    }

    void wrong(UUID personId) {
        int failures = sql.first(
                        "UPDATE factors.wrong_code SET failures = failures + 1 WHERE person_id = ? RETURNING failures",
                        row -> row.getInt(1),
                        personId)
                .orElseThrow();
        sql.update(
                "UPDATE factors.wrong_code SET not_before = ? WHERE person_id = ?",
                clock.instant().plus(waitAfter(failures)),
                personId);
    }

    void right(UUID personId) {
        sql.update("DELETE FROM factors.wrong_code WHERE person_id = ?", personId);
    }

    static Duration waitAfter(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - FREE, DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
