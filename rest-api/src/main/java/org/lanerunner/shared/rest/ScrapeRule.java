package org.lanerunner.shared.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Settings;

/** Says who may read the measurements: the holder of the scrape token. Where no token is set, only somebody at this machine. */
@ApplicationScoped
public class ScrapeRule {

    @Inject
    private Settings settings;

    @Inject
    private ThisMachine thisMachine;

    /** @throws Refusal UNAUTHENTICATED */
    void require(HttpServletRequest request, String authorization) {
        if (!holdsToken(authorization) && !thisMachine.asks(request)) {
            throw new Refusal(
                    Refusal.Kind.UNAUTHENTICATED,
                    "request/unauthenticated",
                    "Measurements are read with the scrape token.");
        }
    }

    private boolean holdsToken(String authorization) {
        byte[] token = settings.text(ServerSettings.METRICS_TOKEN).getBytes(StandardCharsets.UTF_8);
        return token.length > 0
                && authorization != null
                && MessageDigest.isEqual(
                        ("Bearer " + new String(token, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8),
                        authorization.getBytes(StandardCharsets.UTF_8));
    }
}
