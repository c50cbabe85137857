package org.lanerunner.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanerunner.shared.SealingKey;

class MasterKeysTest {

    private static final byte[] PLACE = {1};
    private static final byte[] VALUE = {2, 3};

    @TempDir
    Path folder;

    private Path file;
    private MasterKeys keys;

    @BeforeEach
    void file() {
        file = folder.resolve("master-keys");
        keys = new MasterKeys(file);
    }

    @Test
    void theFirstSealsAndTheOthersStillOpen() throws IOException {
        String old = line();
        Files.writeString(file, old + "\n");
        MasterKeys.MasterKey before = keys.inUse();
        byte[] sealed = before.key().seal(VALUE, PLACE);

        Files.writeString(file, line() + "\n\n  " + old + "  \n");

        assertNotEquals(before.name(), keys.inUse().name());
        assertArrayEquals(VALUE, keys.named(before.name()).key().open(sealed, PLACE));
    }

    @Test
    void aKeyThatTheFileHasNotIsNamed() throws IOException {
        Files.writeString(file, line());
        String said = assertThrows(IllegalStateException.class, () -> keys.named("0011223344556677"))
                .getMessage();
        assertEquals("the file of the master keys has no key 0011223344556677", said);
    }

    @Test
    void whatIsNoKeyIsRefusedAndNotRepeated() throws IOException {
        String tooShort = Base64.getEncoder().encodeToString(new byte[16]);
        for (String content : new String[] {"", "\n\n", "not base64!", tooShort, line() + "\n" + tooShort}) {
            Files.writeString(file, content);
            String said = assertThrows(IllegalStateException.class, keys::inUse, content)
                    .getMessage();
            assertFalse(said.contains(tooShort) || said.contains("not base64"), said);
        }
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        assertThrows(UncheckedIOException.class, keys::inUse);
    }

    private static String line() {
        return Base64.getEncoder().encodeToString(SealingKey.random().bytes());
    }
}
