package org.lanerunner.outbound;

import java.util.UUID;

/**
 * Whom a message is for. Mail goes to addresses that their holders have confirmed; what goes elsewhere says for which of few reasons.
 */
public sealed interface Recipient {

    /** Why a message may go to an address that nobody has confirmed. */
    enum Because {
        /** It asks its holder to confirm it, or tells them that they have an account already. */
        VERIFICATION,
        /** Somebody invites its holder. */
        INVITATION,
        /** The address was that of an account until now. */
        FORMER_ADDRESS,
        /** A feature names somebody without an account: a signer, who gets a link, an emergency contact. */
        OUTSIDER
    }

    /** Somebody with an account, at the address that they have confirmed; nobody where they have not. */
    record Account(UUID personId) implements Recipient {}

    record Unverified(String address, Because because) implements Recipient {}

    static Recipient person(UUID personId) {
        return new Account(personId);
    }

    static Recipient unverified(String address, Because because) {
        return new Unverified(address, because);
    }
}
