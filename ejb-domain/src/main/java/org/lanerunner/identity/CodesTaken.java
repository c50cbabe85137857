package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.outbound.Addresses;
import org.lanerunner.outbound.Channel;
import org.lanerunner.outbound.PhoneNumber;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;

/**
 * By which ways a code that is sent can be a person's second factor: to be turned on where an organisation of theirs takes it, by nobody of the platform's own. From then on it is asked for wherever it
 * is more than the mailbox that sets passwords, whatever an organisation says later: what somebody else does must not have the password alone open an account. Nor is it asked whether anything goes
 * out of this installation.
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

    /** Whether an organisation of the person takes them, and they are of no platform's. */
    public boolean areTaken(UUID personId, Channel by) {
        return sql.first(
                        "SELECT bool_or(" + column(by) + ") AND NOT bool_or(o.platform) AS taken"
                                + " FROM identity.membership m JOIN identity.organisation o ON o.id = m.organisation_id"
                                + " WHERE m.person_id = ? AND o.closed_at IS NULL",
                        row -> row.getBoolean("taken"),
                        personId)
                .orElse(false);
    }

    /** On whose behalf one goes to the person: the first of their organisations that takes them. */
    public Optional<UUID> takenBy(UUID personId, Channel by) {
        return sql.first(
                "SELECT o.id FROM identity.membership m JOIN identity.organisation o ON o.id = m.organisation_id"
                        + " WHERE m.person_id = ? AND o.closed_at IS NULL AND " + column(by) + " ORDER BY m.id LIMIT 1",
                row -> Sql.id(row, "id"),
                personId);
    }

    /** Where one reaches the person, and is worth more than the password: one by mail is not while that came by the mailbox itself a short while ago. */
    public Optional<String> destination(UUID personId, Channel by) {
        return switch (by) {
            case MAIL -> addresses.confirmedMail(personId).filter(address -> !hasMailedPassword(personId));
            case SMS -> addresses.confirmedPhone(personId).map(PhoneNumber::e164);
        };
    }

    /** Whether who reads the mailbox set the password a short while ago: until the wait is over that mailbox is all that was shown. */
    public boolean hasMailedPassword(UUID personId) {
        return sql.first(
                        "SELECT 1 FROM identity.person WHERE id = ? AND password_mailed_at >= ?",
                        row -> true,
                        personId,
                        clock.instant().minus(settings.duration(IdentitySettings.WAY_BACK_WAIT)))
                .isPresent();
    }

    private static String column(Channel by) {
        return switch (by) {
            case MAIL -> "o.codes_by_mail";
            case SMS -> "o.codes_by_sms";
        };
    }
}
