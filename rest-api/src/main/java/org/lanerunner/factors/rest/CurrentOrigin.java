package org.lanerunner.factors.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.lanerunner.factors.PortalOrigin;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Settings;

/**
 * Where the portal is open in the browser that asks: at its public address, where one is set, else where the request came to. A client may name any host; that helps nobody else, since a passkey is good at the host that it was made for, and
 * the browser says at which it is.
 */
@ApplicationScoped
public class CurrentOrigin {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Settings settings;

    public PortalOrigin present() {
        String address = settings.text(ServerSettings.PUBLIC_URL);
        return PortalOrigin.of(
                URI.create(address.isEmpty() ? request.getRequestURL().toString() : address));
    }
}
