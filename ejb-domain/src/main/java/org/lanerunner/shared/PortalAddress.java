package org.lanerunner.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The address at which people open the portal, for links that leave it. It is never taken from a request, since a caller could name another host. */
@ApplicationScoped
public class PortalAddress {

    @Inject
    private Settings settings;

    /** @param path such as {@code /verify/…} */
    public String link(String path) {
        String address = settings.text(ServerSettings.PUBLIC_URL);
        String base = address.isEmpty() ? "http://localhost:" + settings.text(ServerSettings.HTTP_PORT) : address;
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
