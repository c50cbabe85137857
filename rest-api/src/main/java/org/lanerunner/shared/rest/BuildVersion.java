package org.lanerunner.shared.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Version and commit, as the build has written them into the war. */
final class BuildVersion {

    private static final SystemResource.Version PRESENT = read();

    private BuildVersion() {}

    static SystemResource.Version present() {
        return PRESENT;
    }

    private static SystemResource.Version read() {
        Properties properties = new Properties();
        try (InputStream in = BuildVersion.class.getResourceAsStream("/lanerunner-version.properties")) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new SystemResource.Version(
                "LaneRunner", properties.getProperty("version"), properties.getProperty("commit"));
    }
}
