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
 * Says by which channels a sent code can be a person's second factor. It can be turned on where an organisation of theirs accepts it, but not by members of the
 * platform's organisation. Once it is on, it is asked for wherever it proves more than the mailbox, which can also set passwords, even if no organisation
 * accepts it any more: another's change must not let the password alone open an account. Nor does it matter here whether this installation can send anything.
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

    /** True if an organisation of the person accepts these codes, and the person does not belong to the platform's. */
    public boolean areTaken(UUID personId, Channel by) {
        return sql.first(
                        "SELECT bool_or(" + column(by) + ") AND NOT bool_or(o.platform) AS taken"
                                + " FROM identity.membership m JOIN identity.organisation o ON o.id = m.organisation_id"
                                + " WHERE m.person_id = ? AND o.closed_at IS NULL",
                        row -> row.getBoolean("taken"),
                        personId)
                .orElse(false);
    }

    /** The organisation on whose behalf a code goes to the person: the first of theirs that accepts these codes. */
    public Optional<UUID> takenBy(UUID personId, Channel by) {
        return sql.first(
                "SELECT o.id FROM identity.membership m JOIN identity.organisation o ON o.id = m.organisation_id"
                        + " WHERE m.person_id = ? AND o.closed_at IS NULL AND " + column(by) + " ORDER BY m.id LIMIT 1",
                row -> Sql.id(row, "id"),
                personId);
    }

    /**
     * The address or number to which a code goes, if the code proves more than the password. A code by mail does not if the password was set by that mailbox a
     * short while ago.
     */
    public Optional<String> destination(UUID personId, Channel by) {
        return switch (by) {
            case MAIL -> addresses.confirmedMail(personId).filter(address -> !hasMailedPassword(personId));
            case SMS -> addresses.confirmedPhone(personId).map(PhoneNumber::e164);
        };
    }

    /** True if the password was set by mail a short while ago. Until the wait is over, the mailbox is all that was shown. */
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
