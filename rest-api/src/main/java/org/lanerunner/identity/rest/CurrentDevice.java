package org.lanerunner.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.lanerunner.identity.DeviceSeen;
import org.lanerunner.shared.Refusal;

/**
 * The device and address of the present request. A browser with the portal has the key of its device in a cookie that no script reads, and gets one where it
 * has none ({@link SessionCookies}). Any other client that wants its sessions bound to itself sends a key that it made itself.
 */
@ApplicationScoped
public class CurrentDevice {

    private static final String KEY_HEADER = "Device-Key";
    private static final String NEW_KEY = "org.lanerunner.newDeviceKey";

    @Inject
    private HttpServletRequest request;

    @Inject
    private SessionCookies cookies;

    /** @throws Refusal INVALID when the client's key is too short or has other characters than it may */
    public DeviceSeen seen() {
        return new DeviceSeen(key().orElse(null), request.getRemoteAddr(), request.getHeader("User-Agent"));
    }

    /** The address of the connection. */
    String address() {
        return request.getRemoteAddr();
    }

    /** The key by which the browser is recognised from now on; empty for a client that does not ask for cookies. */
    Optional<String> cookieKey() {
        return cookies.areAskedFor()
                ? cookies.deviceKey().filter(DeviceSeen::isKey).or(() -> Optional.of(made()))
                : Optional.empty();
    }

    private Optional<String> key() {
        String sent = request.getHeader(KEY_HEADER);
        if (sent == null) {
            return cookieKey();
        }
        if (!DeviceSeen.isKey(sent)) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "request/device-key",
                    "A device's key has 22 to 128 letters, digits, hyphens and underscores, chosen at random.");
        }
        return Optional.of(sent);
    }

    /** A new key, the same throughout the request. */
    private String made() {
        if (request.getAttribute(NEW_KEY) instanceof String key) {
            return key;
        }
        String key = DeviceSeen.newKey();
        request.setAttribute(NEW_KEY, key);
        return key;
    }
}
