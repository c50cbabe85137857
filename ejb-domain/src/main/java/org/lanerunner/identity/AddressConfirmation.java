package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.lanerunner.shared.Refusal;

/** Uses a link that confirms an address, of either kind. */
@Stateless
public class AddressConfirmation {

    @Inject
    private MailLinks links;

    @Inject
    private OwnAccount account;

    public void confirm(Secret secret) {
        if (!links.confirmAddress(secret) && !account.confirm(secret)) {
            throw Refusal.notFound("mail-links");
        }
    }
}
