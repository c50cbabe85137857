package org.lanerunner.shared;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IPv4 addresses, {@code 203.0.113.0/24}; the server listens on no other kind. A range whose address has bits beyond its length is refused, since
 * something else may be meant.
 */
public record Network(int first, int bits) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");
    private static final int ADDRESS_BITS = 32;
    private static final int OCTETS = 4;
    private static final int OCTET_MOST = 255;
    private static final int OCTET_BITS = 8;

    /** @param text an address alone means a network of just that address */
    public static Optional<Network> of(String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int address = 0;
        for (int i = 1; i <= OCTETS; i++) {
            int octet = Integer.parseInt(matcher.group(i));
            if (octet > OCTET_MOST) {
                return Optional.empty();
            }
            address = address << OCTET_BITS | octet;
        }
        int bits = matcher.group(OCTETS + 1) == null ? ADDRESS_BITS : Integer.parseInt(matcher.group(OCTETS + 1));
        return bits > ADDRESS_BITS || (address & ~mask(bits)) != 0
                ? Optional.empty()
                : Optional.of(new Network(address, bits));
    }

    public boolean contains(String address) {
        return of(address)
                .filter(one -> one.bits == ADDRESS_BITS && (one.first & mask(bits)) == first)
                .isPresent();
    }

    public boolean holds(Network other) {
        return other.bits >= bits && (other.first & mask(bits)) == first;
    }

    private static int mask(int bits) {
        return (int) (-1L << (ADDRESS_BITS - bits));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = OCTETS - 1; i >= 0; i--) {
            text.append(first >>> i * OCTET_BITS & OCTET_MOST).append(i == 0 ? '/' : '.');
        }
        return text.append(bits).toString();
    }
}
