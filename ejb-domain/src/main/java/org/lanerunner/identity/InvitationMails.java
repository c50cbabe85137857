package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import org.lanerunner.outbound.Message;
import org.lanerunner.outbound.Outbound;
import org.lanerunner.outbound.Recipient;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.PortalAddress;
import org.lanerunner.shared.Refusal;

/**
 * Tells the holder of an address that somebody invites them, and sends the link. The inviter has the link too, so an invitation stands even if no mail goes.
 */
@ApplicationScoped
class InvitationMails {

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Outbound outbound;

    @Inject
    private PortalAddress portal;

    /** Refuses an inviter who has not shown that their own address is theirs: no mail is sent to others for them. */
    void requireConfirmed(Caller caller) {
        if (!entities.find(Person.class, caller.person().id()).isVerified()) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "identity/address-unconfirmed",
                    "Confirm your own e-mail address first, then you can invite others.");
        }
    }

    void send(Caller caller, Invitation invitation, Secret secret) {
        Person inviter = entities.find(Person.class, caller.person().id());
        outbound.send(Message.of(
                        InvitationMails.class,
                        "invitation",
                        Recipient.unverified(invitation.email(), Recipient.Because.INVITATION),
                        invitation.organisation().id(),
                        Map.of(
                                "inviter", inviter.name(),
                                "organisation", invitation.organisation().name(),
                                "until", MailTimes.of(invitation.expiresAt()),
                                "link", portal.link("/invite#" + secret.text())))
                .goodUntil(invitation.expiresAt()));
    }
}
