package org.lanerunner.factors.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.lanerunner.factors.PortalOrigin;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Settings;

/**
 * The origin at which the portal is open in the calling browser: the public address where one is set, else the address of the request. A client may name any
 * host, but that helps nobody else: a passkey works only at the host for which it was made, and the browser says which host that is.
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
