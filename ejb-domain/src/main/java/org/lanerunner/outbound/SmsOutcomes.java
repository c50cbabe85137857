package org.lanerunner.outbound;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.PortalAddress;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;

/**
 * What became of an SMS. The provider tells it at an address of its own; nobody without the account's token can tell anything. The first final outcome stays,
 * however often and in whichever order the provider tells.
 */
@Stateless
public class SmsOutcomes {

    @Inject
    private Sql sql;

    @Inject
    private Settings settings;

    @Inject
    private PortalAddress portal;

    /** The address, as it is reached from outside, at which the provider tells of the message; empty where no setting says how this installation is reached. */
    @NeedsNoPermission(because = "it names the place where the provider's word is taken")
    public String address(UUID delivery) {
        boolean reached = !settings.text(ServerSettings.PUBLIC_URL).isEmpty()
                && !settings.text(OutboundSettings.SMS_TOKEN).isEmpty();
        return reached ? portal.link("/api/sms/" + delivery + "/status") : "";
    }

    /**
     * The provider tells of a message. That it does also ends the doubt about a message whose sending never got an answer.
     *
     * @param outcome null while it is under way
     * @param code the provider's own code, such as {@code 30003}; null for none
     */
    @NeedsNoPermission(because = "only the provider, who has signed it, is let through to it")
    public void told(UUID delivery, String providerId, SmsOutcome outcome, String code) {
        int known = sql.update(
                "UPDATE outbound.delivery SET provider_id = ?, state = 'SENT', content = NULL, outcome = coalesce(outcome, ?::text),"
                        + " error = CASE WHEN outcome IS NULL THEN ?::text ELSE error END"
                        + " WHERE id = ? AND channel = 'SMS' AND coalesce(provider_id, ?) = ?",
                providerId,
                outcome,
                outcome == null || outcome == SmsOutcome.DELIVERED || code == null ? null : "twilio/" + code,
                delivery,
                providerId,
                providerId);
        if (known == 0) {
            throw Refusal.notFound("deliveries");
        }
    }
}
