package org.lanerunner.outbound;

import java.util.UUID;

/**
 * The recipient of a message. Messages go to addresses and numbers that their holders have confirmed. A message that goes elsewhere names one of a few reasons.
 */
public sealed interface Recipient {

    /** The reasons for which a message may go to an address that nobody has confirmed. */
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

    /** Somebody with an account, at the address (for an SMS the number) that they have confirmed. If they have confirmed none, the message goes to nobody. */
    record Account(UUID personId) implements Recipient {}

    /** @param address the address or number; @param personId the person whose it is said to be; null for somebody without an account */
    record Unverified(String address, Because because, UUID personId) implements Recipient {}

    static Recipient person(UUID personId) {
        return new Account(personId);
    }

    static Recipient unverified(String address, Because because) {
        return new Unverified(address, because, null);
    }

    /** Somebody with an account says that this number is theirs, and is asked to show it. */
    static Recipient unconfirmed(UUID personId, PhoneNumber number) {
        return new Unverified(number.e164(), Because.VERIFICATION, personId);
    }
}
