package org.lanerunner.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pid that was used again is not taken for our database, whatever runs under it. */
class PostmasterTest {

    @TempDir
    private Path folder;

    private Process process;

    @AfterEach
    void end() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Test
    void processNamedPostgresIsOursOnlyWithOurDataFolder() throws IOException {
        Path data = Files.createFile(folder.resolve("data"));
        Path other = Files.createFile(folder.resolve("other"));
        process = waiting("postgres", data);
        assertTrue(Postgres.isPostmasterOf(data, process.toHandle()));
        assertFalse(Postgres.isPostmasterOf(other, process.toHandle()));
    }

    @Test
    void anotherProgramWithOurFolderIsNotOurs() throws IOException {
        Path data = Files.createFile(folder.resolve("data"));
        process = waiting("editor", data);
        assertFalse(Postgres.isPostmasterOf(data, process.toHandle()));
    }

    /** A program of that name that waits for its input and never gets any. */
    private Process waiting(String name, Path data) throws IOException {
        Path cat = Stream.of("/bin/cat", "/usr/bin/cat")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow()
                .toRealPath();
        Path program = folder.resolve(name);
        Files.copy(cat, program, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        return new ProcessBuilder(List.of(program.toString(), "-", data.toString())).start();
    }
}
