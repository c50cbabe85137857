package org.lanerunner.notifications;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.events.PersonErased;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Limits;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;

/** Deletes notices: when their time is over, when somebody has too many, and when the membership or the person ends for whom they were. */
@NeedsNoPermission(because = "the system does it by itself")
@Stateless
public class NoticeRetention {

    /** The most notices that a person has, in all organisations together. Beyond it the oldest go. */
    static final int MOST_OF_A_PERSON = 1_000;

    @Inject
    private Sql sql;

    @Inject
    private Settings settings;

    @Inject
    private Limits limits;

    @Inject
    private Clock clock;

    public void forgetOld() {
        Instant kept = clock.instant().minus(Duration.ofDays(settings.number(NotificationSettings.KEEP_NOTICES_DAYS)));
        sql.update("DELETE FROM notifications.notice WHERE made_at < ?", kept);
        sql.update("DELETE FROM notifications.unsubscribe_link WHERE made_at < ?", kept);
        int tooMany = sql.update(
                "DELETE FROM notifications.notice WHERE place IN (SELECT place FROM ("
                        + "SELECT place, row_number() OVER (PARTITION BY person_id ORDER BY place DESC) AS nth FROM notifications.notice) AS placed WHERE nth > ?)",
                MOST_OF_A_PERSON);
        if (tooMany > 0) {
            limits.reached(Limit.NOTICES);
        }
    }

    /** Runs in the transaction in which the membership ends. */
    public void membershipEnded(UUID personId, UUID organisationId) {
        sql.update(
                "DELETE FROM notifications.notice WHERE person_id = ? AND organisation_id = ?",
                personId,
                organisationId);
    }

    public void erase(@Observes PersonErased erased) {
        UUID subject = erased.subject();
        sql.update("DELETE FROM notifications.notice WHERE person_id = ? OR about_id = ?", subject, subject);
        sql.update("DELETE FROM notifications.choice WHERE person_id = ?", subject);
        sql.update("DELETE FROM notifications.unsubscribe_link WHERE person_id = ?", subject);
    }
}
