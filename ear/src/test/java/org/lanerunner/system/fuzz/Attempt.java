package org.lanerunner.system.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lanerunner.system.ApiOperation;

/**
 * One request to be tried.
 *
 * @param what in which way it is right or wrong, for people
 * @param body null for none
 * @param refused whether anything but a refusal would be a fault
 */
record Attempt(
        ApiOperation operation,
        String what,
        String address,
        Map<String, String> headers,
        byte[] body,
        String token,
        boolean refused) {

    private static final int LONGEST_SHOWN = 20_000;

    static Attempt at(ApiOperation operation, String what, String address) {
        return new Attempt(operation, what, address, Map.of(), null, null, false);
    }

    Attempt as(String wanted) {
        return new Attempt(operation, what, address, headers, body, wanted, refused);
    }

    Attempt with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Attempt(operation, what, address, all, body, token, refused);
    }

    Attempt sending(byte[] content, String mediaType) {
        return new Attempt(operation, what, address, headers, content, token, refused).with("Content-Type", mediaType);
    }

    Attempt to(String otherAddress) {
        return new Attempt(operation, what, otherAddress, headers, body, token, refused);
    }

    Attempt called(String kind) {
        return new Attempt(operation, kind, address, headers, body, token, refused);
    }

    Attempt toBeRefused() {
        return new Attempt(operation, what, address, headers, body, token, true);
    }

    /** As a command that sends it again; the server's own address and the token are left to whoever does. */
    String curl() {
        StringBuilder command = new StringBuilder("curl -i -X ").append(operation.method());
        if (token != null) {
            command.append(" -H 'Authorization: Bearer ").append(token).append('\'');
        }
        headers.forEach((name, value) -> command.append(" -H ").append(quoted(name + ": " + value)));
        if (body != null && plain(body)) {
            command.append(" --data-binary ").append(quoted(new String(body, StandardCharsets.UTF_8)));
        }
        command.append(' ').append(quoted("$SERVER" + address).replace("'$SERVER", "\"$SERVER\"'"));
        if (body != null && !plain(body)) {
            return "echo " + Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(body, shown(body)))
                    + " | base64 -d | " + command + " --data-binary @-";
        }
        return command.toString();
    }

    private static int shown(byte[] body) {
        return Math.min(body.length, LONGEST_SHOWN);
    }

    private static boolean plain(byte[] body) {
        if (body.length > LONGEST_SHOWN) {
            return false;
        }
        for (byte one : body) {
            if (one < ' ' || one == 127) {
                return false;
            }
        }
        return true;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
