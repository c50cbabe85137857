package org.lanerunner.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lanerunner.events.EventFamilies;
import org.lanerunner.events.EventSettings;
import org.lanerunner.launcher.tls.TrustStore;
import org.lanerunner.shared.ServerSettings;

/** The external broker that several servers share, where the settings name one. An invalid address is refused, and so is a broker that does not answer. */
public record OutsideBroker(String host, int port, boolean tls) {

    private static final int PATIENCE_MILLISECONDS = 5000;
    private static final int PORT = 61616;
    private static final int TLS_PORT = 61617;

    /** Empty where the server's own broker is used. */
    static Optional<OutsideBroker> of(EffectiveSettings settings) {
        String url = settings.text(ServerSettings.BROKER_URL);
        return url.isEmpty() ? Optional.empty() : Optional.of(at(url));
    }

    private static OutsideBroker at(String url) {
        try {
            URI address = new URI(url);
            boolean tls = "ssl".equals(address.getScheme());
            boolean plain = "tcp".equals(address.getScheme());
            boolean alone = address.getUserInfo() == null && address.getQuery() == null && "".equals(address.getPath());
            if ((tls || plain) && address.getHost() != null && alone) {
                int port = address.getPort() != -1 ? address.getPort() : tls ? TLS_PORT : PORT;
                return new OutsideBroker(address.getHost(), port, tls);
            }
        } catch (URISyntaxException none) {
            // the address is refused below
        }
        // Not repeated: what is wrong with it may be that it holds a password.
        throw new LaunchFailure(
                ServerSettings.BROKER_URL.environmentName()
                        + " must be tcp://HOST:PORT or ssl://HOST:PORT and nothing else. User and password have settings of their own.");
    }

    void requireReachable() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLISECONDS);
        } catch (IOException unreachable) {
            throw new LaunchFailure(
                    "The broker at " + host + ":" + port + " can't be reached: " + unreachable.getMessage(),
                    unreachable);
        }
    }

    /** The properties that the server reads at its start, beyond the settings. */
    Map<String, String> properties(EffectiveSettings settings, DataFolder data) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("lanerunner.broker.host", host);
        properties.put("lanerunner.broker.port", String.valueOf(port));
        properties.put("lanerunner.broker.tls", String.valueOf(tls));
        String trusted = settings.text(ServerSettings.BROKER_TRUST_FILE);
        if (tls && !trusted.isEmpty()) {
            String password = new Secrets(data).text("broker-trust-password");
            Path store = data.run().resolve("broker-trust.p12");
            TrustStore.write(store, password, Path.of(trusted));
            properties.put("lanerunner.broker.trust.store", store.toString());
            properties.put("lanerunner.broker.trust.password", password);
        }
        return properties;
    }

    /**
     * The broker's own configuration, as its properties: a topic and a queue of dead letters for each family of events.
     *
     * @param role the role of the users under which LaneRunner's servers connect
     */
    public static String configuration(EffectiveSettings settings, String role) {
        String attempts = settings.text(EventSettings.DELIVERY_ATTEMPTS);
        return template()
                .lines()
                .collect(Collectors.groupingBy(
                        line -> line.contains("%FAMILY%"), LinkedHashMap::new, Collectors.joining("\n")))
                .entrySet()
                .stream()
                .map(part -> part.getKey() ? forEachFamily(part.getValue()) : part.getValue() + '\n')
                .collect(Collectors.joining())
                .replace("%ATTEMPTS%", attempts)
                .replace("%ROLE%", role);
    }

    private static String forEachFamily(String lines) {
        return EventFamilies.all().stream()
                .map(family -> lines.replace("%FAMILY%", family) + '\n')
                .collect(Collectors.joining("\n"));
    }

    private static String template() {
        try (InputStream file = OutsideBroker.class.getResourceAsStream("/broker.properties")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
