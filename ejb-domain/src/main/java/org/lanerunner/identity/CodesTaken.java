package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.lanerunner.outbound.Addresses;
import org.lanerunner.outbound.Channel;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;

/**
 * By which ways a code that is sent can be a person's second factor: where an organisation of theirs takes it, for nobody of the platform's own, and only where it is more than the mailbox that
 * sets passwords. Whether anything goes out of this installation is not asked: who turned codes on must not be let in without them because nobody set up what sends them.
 */
@ApplicationScoped
@NeedsNoPermission(because = "the second factors ask before")
public class CodesTaken {

    @Inject
    private Addresses addresses;

    @Inject
    private Sql sql;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Whether an organisation of the person takes them, wherever they are reached. */
    public boolean areTaken(UUID personId, Channel by) {
        return sql.first(
                        "SELECT bool_or(" + column(by) + ") AND NOT bool_or(o.platform) AS taken"
                                + " FROM identity.membership m JOIN identity.organisation o ON o.id = m.organisation_id"
                                + " WHERE m.person_id = ? AND o.closed_at IS NULL",
                        row -> row.getBoolean("taken"),
                        personId)
                .orElse(false);
    }

    /** Whether one would reach the person, and count: one by mail does not while the password itself came by that mailbox a short while ago. */
    public boolean mayAnswer(UUID personId, Channel by) {
        return areTaken(personId, by) && (by != Channel.MAIL || !hasMailedPassword(personId)) && reaches(personId, by);
    }

    /** Whether who reads the mailbox set the password a short while ago: until the wait is over that mailbox is all that was shown. */
    public boolean hasMailedPassword(UUID personId) {
        return sql.first(
                        "SELECT 1 FROM identity.person WHERE id = ? AND password_mailed_at >= ?",
                        row -> true,
                        personId,
                        clock.instant().minus(settings.duration(Setting.WAY_BACK_WAIT)))
                .isPresent();
    }

    private boolean reaches(UUID personId, Channel by) {
        return switch (by) {
            case MAIL -> addresses.confirmedMail(personId).isPresent();
            case SMS -> addresses.confirmedPhone(personId).isPresent();
        };
    }

    private static String column(Channel by) {
        return switch (by) {
            case MAIL -> "o.codes_by_mail";
            case SMS -> "o.codes_by_sms";
        };
    }
}
