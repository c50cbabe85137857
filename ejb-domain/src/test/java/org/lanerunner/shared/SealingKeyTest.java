package org.lanerunner.shared;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealingKeyTest {

    private static final byte[] NAME = "Ann Lee".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLACE = "fleet.driver 7 name".getBytes(StandardCharsets.UTF_8);
    private final SealingKey key = SealingKey.random();

    @Test
    void opensWhatItSealed() {
        assertArrayEquals(NAME, new SealingKey(key.bytes()).open(key.seal(NAME, PLACE), PLACE));
    }

    @Test
    void sealsTheSameDifferentlyEachTime() {
        assertFalse(Arrays.equals(key.seal(NAME, PLACE), key.seal(NAME, PLACE)));
    }

    @Test
    void nothingElseOpensIt() {
        byte[] sealed = key.seal(NAME, PLACE);
        byte[] changed = sealed.clone();
        changed[changed.length - 1] ^= 1;
        assertThrows(IllegalStateException.class, () -> SealingKey.random().open(sealed, PLACE));
        assertThrows(IllegalStateException.class, () -> key.open(sealed, "elsewhere".getBytes(StandardCharsets.UTF_8)));
        assertThrows(IllegalStateException.class, () -> key.open(changed, PLACE));
    }
}
