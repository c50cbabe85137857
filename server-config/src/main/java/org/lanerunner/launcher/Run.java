package org.lanerunner.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs another program to its end. */
record Run(int status, String output) {
    private static final int LIMIT_SECONDS = 120;

    static Run of(List<String> command) {
        try {
            File capture = File.createTempFile("lanerunner", ".out");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(new File("/"))
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(capture)
                        .start();
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new LaunchFailure(command.get(0) + " did not end within " + LIMIT_SECONDS + " s.");
                }
                return new Run(
                        process.exitValue(), java.nio.file.Files.readString(capture.toPath(), StandardCharsets.UTF_8));
            } finally {
                capture.delete();
            }
        } catch (IOException broken) {
            return new Run(127, broken.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted.", interrupted);
        }
    }

    boolean succeeded() {
        return status == 0;
    }
}
