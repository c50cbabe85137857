package org.lanerunner.outbound;

import java.util.Locale;
import java.util.UUID;

/**
 * The address or number to which a message goes.
 *
 * @param address or number
 * @param personId the person whose it is; null for somebody without an account
 * @param callingCode the number's calling code; null for an address
 */
record Destination(String address, UUID personId, String callingCode) {

    static Destination mail(String address, UUID personId) {
        return new Destination(address, personId, null);
    }

    static Destination sms(PhoneNumber number, UUID personId) {
        return new Destination(number.e164(), personId, number.callingCode());
    }

    /** The same text for all ways of writing the address. */
    String key() {
        return address.toLowerCase(Locale.ROOT);
    }
}
