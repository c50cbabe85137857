package org.lanerunner.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A minute until a key signs, eleven until the one before verifies no more. */
class KeyRingTest {

    private static final Instant MADE = Instant.parse("2026-11-27T01:00:00Z");
    private static SigningKey first;
    private static SigningKey second;
    private static KeyRing ring;

    @BeforeAll
    static void twoKeys() throws Exception {
        first = key(Instant.EPOCH);
        second = key(MADE);
        ring = new KeyRing(List.of(second, first), Duration.ofMinutes(1), Duration.ofMinutes(11));
    }

    @Test
    void aNewKeyIsKnownBeforeItSigns() {
        assertEquals(first, ring.signing(MADE.plusSeconds(59)));
        assertEquals(Optional.of(second), ring.verifying(second.id(), MADE));
        assertEquals(second, ring.signing(MADE.plusSeconds(60)));
    }

    @Test
    void theOldOneVerifiesAsLongAsATokenOfItLives() {
        Instant over = MADE.plusSeconds(60 + 660);
        assertEquals(List.of(first, second), ring.verifying(over));
        assertEquals(List.of(second), ring.verifying(over.plusSeconds(1)));
        assertEquals(Optional.empty(), ring.verifying(first.id(), over.plusSeconds(1)));
    }

    @Test
    void oneAloneSignsHoweverNewItIs() throws Exception {
        SigningKey young = key(MADE.plusSeconds(3600));
        assertEquals(young, new KeyRing(List.of(young), Duration.ofMinutes(1), Duration.ofMinutes(11)).signing(MADE));
    }

    @Test
    void aFilesNameSaysWhenItsKeyWasMade() {
        assertEquals(Optional.of(MADE), KeyRing.madeAt("20261127T010000Z-abc.pem"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signing-key.pem",
                "20261127T010000Z-abc.pem.bak",
                "20261327T010000Z-abc.pem",
                "20261127T010000Z-.pem",
                ".."
            })
    void otherFilesAreNoKeys(String name) {
        assertEquals(Optional.empty(), KeyRing.madeAt(name));
    }

    private static SigningKey key(Instant madeAt) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return SigningKey.of(
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(
                                        generator.generateKeyPair().getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n",
                madeAt);
    }
}
