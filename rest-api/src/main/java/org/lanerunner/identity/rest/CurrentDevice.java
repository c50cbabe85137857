package org.lanerunner.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.lanerunner.identity.DeviceSeen;
import org.lanerunner.shared.Refusal;

/**
 * Where the present request comes from. The portal's browser has its device's key in a cookie that no script reads, and is given one where it has none
 * ({@link SessionCookies}); any other client that wants its sessions bound to itself sends a key of its own making.
 */
@ApplicationScoped
public class CurrentDevice {

    private static final String KEY_HEADER = "Device-Key";
    private static final String NEW_KEY = "org.lanerunner.newDeviceKey";

    @Inject
    private HttpServletRequest request;

    @Inject
    private SessionCookies cookies;

    /** @throws Refusal INVALID when the key that the client sends is too short or no such text */
    public DeviceSeen seen() {
        return new DeviceSeen(key().orElse(null), request.getRemoteAddr(), request.getHeader("User-Agent"));
    }

    /** Where the connection comes from. */
    String address() {
        return request.getRemoteAddr();
    }

    /** The key that a browser is known by from now on; empty for who asks for no cookies. */
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

    /** The same throughout the request. */
    private String made() {
        if (request.getAttribute(NEW_KEY) instanceof String key) {
            return key;
        }
        String key = DeviceSeen.newKey();
        request.setAttribute(NEW_KEY, key);
        return key;
    }
}
