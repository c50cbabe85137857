package org.lanerunner.factors.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.lanerunner.factors.PortalOrigin;

/**
 * Where the portal is open in the browser that asks. A client may name any host; that helps nobody else, since a passkey is good at the host that it was made for, and
 * the browser says at which it is.
 */
@ApplicationScoped
public class CurrentOrigin {

    @Inject
    private HttpServletRequest request;

    public PortalOrigin present() {
        return PortalOrigin.of(URI.create(request.getRequestURL().toString()));
    }
}
