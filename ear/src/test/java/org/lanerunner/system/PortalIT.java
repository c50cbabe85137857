package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The portal's browser tests, run by Playwright in a real Chromium against the server of the tests. Skipped with a notice where there is no Chromium, except
 * in CI, where that is a failure.
 */
@SystemTest
class PortalIT {

    private static final int TIMEOUT_MINUTES = 90;

    /** Of which files the tests are run, such as {@code federation}; all when empty. */
    private static final String ONLY = System.getProperty("lanerunner.browser.tests", "");

    @Test
    void peopleDoTheMainJobInTheBrowser() throws Exception {
        boolean inCi = Boolean.parseBoolean(System.getenv("CI"));
        assumeTrue(
                inCi || chromium(),
                "NO CHROMIUM WAS FOUND: THE BROWSER TESTS ARE SKIPPED. Install one or set LANERUNNER_CHROMIUM.");
        Path portal = Path.of(System.getProperty("lanerunner.home"), "portal")
                .toAbsolutePath()
                .normalize();
        Path report = portal.resolve("target/e2e/report.json");
        Files.deleteIfExists(report);
        Path log = Path.of("target/browser-tests.log");
        ProcessBuilder browser = new ProcessBuilder("npm", "run", "test:e2e", "--", ONLY)
                .directory(portal.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        browser.environment()
                .putAll(Map.of(
                        "LANERUNNER_URL",
                        TestServer.address().toString(),
                        "LANERUNNER_SECURE_URL",
                        TestServer.secureAddress() + "/",
                        "LANERUNNER_ADMIN_EMAIL",
                        People.admin().email(),
                        "LANERUNNER_ADMIN_PASSWORD",
                        People.PASSWORD));
        TestServer.tellNetwork(true);
        if (Keycloak.isThere()) {
            Keycloak.await();
            browser.environment().put("LANERUNNER_KEYCLOAK", "keycloak");
        }
        Process tests = browser.start();
        try {
            assertTrue(
                    tests.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES),
                    "the browser tests took more than " + TIMEOUT_MINUTES + " minutes");
            assertEquals(0, tests.exitValue(), () -> "the browser tests failed:\n" + text(log));
        } finally {
            TestServer.tellNetwork(false);
            tests.descendants().forEach(ProcessHandle::destroyForcibly);
            tests.destroyForcibly();
        }
        assertTrue(Rest.JSON.readTree(report.toFile()).at("/stats/expected").asInt() > 0, "no browser test ran");
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean chromium() {
        return Stream.of(
                        String.valueOf(System.getenv("LANERUNNER_CHROMIUM")),
                        "/usr/bin/chromium-headless-shell",
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Chromium.app/Contents/MacOS/Chromium",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .anyMatch(path -> Files.isExecutable(Path.of(path)));
    }
}
