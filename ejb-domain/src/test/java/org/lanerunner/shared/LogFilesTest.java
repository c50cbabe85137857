package org.lanerunner.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aLongLogGoesOnAtItsBeginningAndItsLastPartIsKept() throws IOException {
        Path log = folder.resolve("a.log");
        try (OutputStream writer = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            writer.write("0123456789".getBytes());
            LogFiles.shorten(log, 4);
            writer.write("ab".getBytes());
            assertEquals("6789", Files.readString(folder.resolve("a.log.1")));
            assertEquals("ab", Files.readString(log));
            writer.write("cdef".getBytes());
            LogFiles.shorten(log, 4);
            assertEquals("cdef", Files.readString(folder.resolve("a.log.1")));
            assertEquals(0, Files.size(log));
        }
    }

    @Test
    void aShortLogStaysAsItIs() throws IOException {
        Path log = folder.resolve("a.log");
        LogFiles.shorten(log, 4);
        Files.writeString(log, "0123");
        LogFiles.shorten(log, 4);
        assertEquals("0123", Files.readString(log));
        assertFalse(Files.exists(folder.resolve("a.log.1")));
    }
}
