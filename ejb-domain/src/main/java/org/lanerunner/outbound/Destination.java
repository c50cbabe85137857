package org.lanerunner.outbound;

import java.util.Locale;
import java.util.UUID;

/**
 * Where a message goes.
 *
 * @param address or number
 * @param personId whose it is; null for nobody's that has an account
 * @param callingCode of a number; null for an address
 */
record Destination(String address, UUID personId, String callingCode) {

    static Destination mail(String address, UUID personId) {
        return new Destination(address, personId, null);
    }

    static Destination sms(PhoneNumber number, UUID personId) {
        return new Destination(number.e164(), personId, number.callingCode());
    }

    /** The same for all ways of writing it. */
    String key() {
        return address.toLowerCase(Locale.ROOT);
    }
}
