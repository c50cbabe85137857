package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.lanerunner.outbound.Message;
import org.lanerunner.outbound.Outbound;
import org.lanerunner.outbound.Recipient;
import org.lanerunner.shared.PortalAddress;

/** Mails with a link, to addresses that the link is to confirm or that somebody named. */
@ApplicationScoped
class IdentityMails {

    @Inject
    private Outbound outbound;

    @Inject
    private PortalAddress portal;

    /**
     * @param path the portal's page to which the link leads
     * @return false when so many mails went to the address already that this one does not go
     */
    boolean send(String words, String address, String path, Instant until) {
        return send(
                words,
                address,
                Map.of("address", address, "until", MailTimes.of(until), "link", portal.link(path)),
                until);
    }

    /** Sends a mail that an administrator asked for, whose name it tells. */
    boolean sendBy(String administrator, String words, String address, String path, Instant until) {
        return send(
                words,
                address,
                Map.of(
                        "administrator",
                        administrator,
                        "address",
                        address,
                        "until",
                        MailTimes.of(until),
                        "link",
                        portal.link(path)),
                until);
    }

    private boolean send(String words, String address, Map<String, String> values, Instant until) {
        return outbound.send(Message.of(
                        IdentityMails.class,
                        words,
                        Recipient.unverified(address, Recipient.Because.VERIFICATION),
                        null,
                        values)
                .goodUntil(until));
    }
}
