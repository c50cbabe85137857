package org.lanerunner.federation.messaging;

import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.lanerunner.federation.ProviderRefused;
import org.lanerunner.federation.ProviderUnreachable;

/** Reads a provider's answer up to a maximum size and within a maximum time, however slowly it arrives. */
final class BoundedAnswer {

    static final int MOST_BYTES = 256 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final int OK = 200;
    private static final int CLIENT_ERRORS = 400;
    private static final int SERVER_ERRORS = 500;
    private static final int TOO_MANY = 429;

    private BoundedAnswer() {}

    /** @throws ProviderRefused for a 4xx; ProviderUnreachable for everything that is no proper answer */
    static String read(Response response, Clock clock) {
        try (response) {
            int status = response.getStatus();
            if (status >= CLIENT_ERRORS && status < SERVER_ERRORS && status != TOO_MANY) {
                throw new ProviderRefused("the provider answered " + status);
            }
            if (status != OK) {
                throw new ProviderUnreachable("the provider answered " + status, null);
            }
            return text(response, clock);
        } catch (IOException broken) {
            throw new ProviderUnreachable("the answer broke off", broken);
        }
    }

    private static String text(Response response, Clock clock) throws IOException {
        Instant until = clock.instant().plus(LONGEST);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        try (InputStream body = response.readEntity(InputStream.class)) {
            for (int read = body.read(part); read >= 0; read = body.read(part)) {
                all.write(part, 0, read);
                if (all.size() > MOST_BYTES) {
                    throw new ProviderUnreachable("the answer is longer than " + MOST_BYTES + " bytes", null);
                }
                if (clock.instant().isAfter(until)) {
                    throw new ProviderUnreachable("the answer takes too long", null);
                }
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
