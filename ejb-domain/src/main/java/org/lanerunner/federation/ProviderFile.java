package org.lanerunner.federation;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The providers as a file of properties names them, {@code <provider>.<what> = <value>}. Google and Facebook are known except for the client's id and secret. A
 * line that can't be right is refused when the server starts. The message has the name of the line, and never a secret.
 */
final class ProviderFile {

    /** The sign-in page has a button for each. */
    static final int MOST = 12;

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,29}");
    private static final int LONGEST_NAME = 40;
    private static final Set<String> KNOWN = Set.of(
            "kind", "name", "issuer", "client-id", "client-secret", "client-secret-file", "scope", "graph", "dialog");
    private static final String FACEBOOK = "https://www.facebook.com";
    private static final Map<String, Map<String, String>> PRESETS = Map.of(
            "google",
            Map.of("name", "Google", "issuer", "https://accounts.google.com"),
            "facebook",
            Map.of("name", "Facebook", "kind", "facebook"));

    private final Path file;

    private ProviderFile(Path file) {
        this.file = file;
    }

    /** @throws IllegalStateException that says what is wrong with the file */
    static List<Provider> read(Path file) {
        return new ProviderFile(file).providers();
    }

    private List<Provider> providers() {
        Map<String, Map<String, String>> named = new TreeMap<>();
        Properties lines = lines();
        for (String line : lines.stringPropertyNames()) {
            String[] parts = line.split("\\.", 2);
            if (parts.length < 2 || !ID.matcher(parts[0]).matches() || !KNOWN.contains(parts[1])) {
                throw wrong(line, "is no line of a provider: <provider>.<one of " + KNOWN + ">");
            }
            named.computeIfAbsent(parts[0], id -> new TreeMap<>(PRESETS.getOrDefault(id, Map.of())))
                    .put(parts[1], lines.getProperty(line).strip());
        }
        List<Provider> providers = new ArrayList<>();
        named.forEach((id, values) -> providers.add(provider(id, values)));
        if (providers.size() > MOST) {
            throw new IllegalStateException(file + " names more than " + MOST + " providers");
        }
        if (providers.stream().map(Provider::issuer).distinct().count() < providers.size()) {
            throw new IllegalStateException(file + " names two providers of one issuer");
        }
        return providers;
    }

    private Provider provider(String id, Map<String, String> values) {
        boolean facebook =
                switch (values.getOrDefault("kind", "oidc")) {
                    case "oidc" -> false;
                    case "facebook" -> true;
                    default -> throw wrong(id + ".kind", "is oidc or facebook");
                };
        String name = needed(id, "name", values);
        if (name.length() > LONGEST_NAME) {
            throw wrong(id + ".name", "has " + LONGEST_NAME + " characters at most");
        }
        String secret = secret(id, values);
        if (facebook && secret == null) {
            throw wrong(id + ".client-secret", "is missing");
        }
        return new Provider(
                id,
                facebook ? Provider.Kind.FACEBOOK : Provider.Kind.OIDC,
                name,
                facebook ? values.getOrDefault("issuer", FACEBOOK) : issuer(id, values),
                needed(id, "client-id", values),
                secret,
                values.getOrDefault("scope", facebook ? "public_profile,email" : "openid email profile"),
                facebook ? address(id, "graph", values, "https://graph.facebook.com/v23.0") : null,
                facebook ? address(id, "dialog", values, FACEBOOK + "/v23.0/dialog/oauth") : null);
    }

    private String issuer(String id, Map<String, String> values) {
        String issuer = needed(id, "issuer", values);
        if (!SafeAddress.isSafe(issuer)) {
            throw wrong(id + ".issuer", "begins with https://, or is of this machine");
        }
        return issuer;
    }

    private URI address(String id, String what, Map<String, String> values, String usual) {
        String address = values.getOrDefault(what, usual);
        if (!SafeAddress.isSafe(address)) {
            throw wrong(id + "." + what, "begins with https://, or is of this machine");
        }
        return URI.create(address);
    }

    private String secret(String id, Map<String, String> values) {
        String named = values.get("client-secret-file");
        if (named == null) {
            return values.get("client-secret");
        }
        try {
            return Files.readString(file.resolveSibling(named)).strip();
        } catch (IOException unreadable) {
            throw wrong(id + ".client-secret-file", "can't be read: " + unreadable.getMessage());
        }
    }

    private String needed(String id, String what, Map<String, String> values) {
        String value = values.getOrDefault(what, "");
        if (value.isEmpty()) {
            throw wrong(id + "." + what, "is missing");
        }
        return value;
    }

    private Properties lines() {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
            return lines;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException("the file of the login providers can't be read: " + file, unreadable);
        }
    }

    private IllegalStateException wrong(String line, String what) {
        return new IllegalStateException(line + " in " + file + " " + what);
    }
}
