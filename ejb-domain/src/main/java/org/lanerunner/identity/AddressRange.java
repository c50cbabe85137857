package org.lanerunner.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.lanerunner.shared.Refusal;

/** Network addresses that begin with the same bits, such as 203.0.113.0/24 or 2001:db8::/32. A single address is a range too. No name is ever looked up. */
record AddressRange(byte[] first, int bits) {

    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    /** @throws Refusal INVALID at the pointer for a text that is no range */
    static AddressRange of(String text, String pointer) {
        String[] parts = text == null ? new String[0] : text.strip().split("/", -1);
        byte[] address = parts.length == 1 || parts.length == 2 ? literal(parts[0]) : null;
        if (address == null) {
            throw noRange(pointer);
        }
        int most = address.length * Byte.SIZE;
        int bits = parts.length == 1 ? most : number(parts[1]);
        if (bits < 0 || bits > most || bits == 0) {
            throw noRange(pointer);
        }
        return new AddressRange(address, bits);
    }

    boolean holds(String address) {
        byte[] other = literal(address);
        if (other == null || other.length != first.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((first[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] literal(String text) {
        boolean v4 = V4.matcher(text).matches();
        if (!v4 && !(LITERAL.matcher(text).matches() && text.contains(":"))) {
            return null;
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException noAddress) {
            return null;
        }
    }

    private static int number(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }

    private static Refusal noRange(String pointer) {
        return Refusal.invalid(pointer, "This is no address nor range of addresses, such as 203.0.113.0/24.");
    }
}
