package org.lanerunner.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * A real Keycloak beside the server of the tests, on this machine only, where the build was asked to bring one ({@code mvn verify -Pkeycloak}): in its development mode, with a realm of ours.
 * It begins with the session of tests and is waited for by who needs it, since it takes long to start.
 */
final class Keycloak {

    private static final String HOME = System.getProperty("lanerunner.keycloak", "");
    private static final int PORT = FreePorts.find().debug();
    private static Process process;

    private Keycloak() {}

    static boolean isThere() {
        return !HOME.isEmpty();
    }

    /** Lines of the file that names providers. */
    static String lines() {
        return isThere()
                ? "keycloak.name=Keycloak\nkeycloak.issuer=" + issuer()
                        + "\nkeycloak.client-id=lanerunner\nkeycloak.client-secret=for-tests-on-this-machine-only\n"
                : "";
    }

    /** @param portal where the browser comes back to */
    static void start(URI portal) {
        if (!isThere()) {
            return;
        }
        try {
            Path home = Path.of(HOME);
            forgetFormerRuns(home);
            Path realms = Files.createDirectories(home.resolve("data/import"));
            Files.copy(
                    Path.of("src/test/resources/keycloak/works-realm.json"),
                    realms.resolve("works-realm.json"),
                    StandardCopyOption.REPLACE_EXISTING);
            ProcessBuilder builder = new ProcessBuilder(
                            "bash",
                            home.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--http-host=127.0.0.1",
                            "--http-port=" + PORT,
                            "--import-realm")
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target/keycloak.log").toFile());
            builder.environment().put("LANERUNNER_REDIRECT", portal + "/sign-in/from/keycloak");
            builder.environment().put("JAVA_OPTS_APPEND", "-Xmx384m -XX:TieredStopAtLevel=1");
            process = builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Of which the realm knows another address of return. */
    private static void forgetFormerRuns(Path home) throws IOException {
        Path database = home.resolve("data/h2");
        if (!Files.isDirectory(database)) {
            return;
        }
        try (Stream<Path> files = Files.list(database)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    static void await() {
        URI discovery = URI.create(issuer() + "/.well-known/openid-configuration");
        Eventually.get(() -> answers(discovery), Boolean::booleanValue);
    }

    private static boolean answers(URI address) {
        try {
            return Rest.exchange(HttpRequest.newBuilder(address).build()).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    static void stop() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String issuer() {
        return "http://127.0.0.1:" + PORT + "/realms/works";
    }
}
