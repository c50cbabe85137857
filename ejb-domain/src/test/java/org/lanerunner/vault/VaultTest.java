package org.lanerunner.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.SealingKey;

class VaultTest {

    private static final String PURPOSE = "identity.codes";
    private static final String PLACE = "identity.factor 7 secret";
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, DataKeys.DataKey> inUse = new HashMap<>();
    private final Map<UUID, DataKeys.DataKey> all = new HashMap<>();
    private final Vault vault = new Vault(new DataKeys(null, null, null) {
        @Override
        DataKeys.DataKey inUse(String purpose) {
            return inUse.computeIfAbsent(purpose, p -> {
                DataKeys.DataKey made = new DataKeys.DataKey(UUID.randomUUID(), p, SealingKey.random());
                all.put(made.id(), made);
                return made;
            });
        }

        @Override
        DataKeys.DataKey byId(UUID id) {
            if (!all.containsKey(id)) {
                throw new IllegalStateException("there is no data key " + id);
            }
            return all.get(id);
        }
    });

    @Test
    void opensWhatItSealedAlsoOnceItsKeyIsRetired() {
        byte[] sealed = vault.seal(PURPOSE, PLACE, SECRET);
        inUse.clear();
        byte[] later = vault.seal(PURPOSE, PLACE, SECRET);
        assertArrayEquals(SECRET, vault.open(PURPOSE, PLACE, sealed));
        assertArrayEquals(SECRET, vault.open(PURPOSE, PLACE, later));
    }

    @Test
    void aValueMovedToAnotherRowDoesNotOpen() {
        byte[] sealed = vault.seal(PURPOSE, PLACE, SECRET);
        assertThrows(IllegalStateException.class, () -> vault.open(PURPOSE, "identity.factor 8 secret", sealed));
    }

    @Test
    void aValueOfAnotherPurposeDoesNotOpen() {
        byte[] sealed = vault.seal(PURPOSE, PLACE, SECRET);
        vault.seal("outbound.body", PLACE, SECRET);
        assertThrows(IllegalStateException.class, () -> vault.open("outbound.body", PLACE, sealed));
    }

    @Test
    void anotherKeysNameIsNoWayIn() {
        byte[] sealed = vault.seal(PURPOSE, PLACE, SECRET);
        inUse.clear();
        byte[] other = vault.seal(PURPOSE, PLACE, SECRET);
        byte[] mixed = sealed.clone();
        System.arraycopy(other, 0, mixed, 0, 17);
        assertThrows(IllegalStateException.class, () -> vault.open(PURPOSE, PLACE, mixed));
    }

    @Test
    void noByteOfItCanBeChanged() {
        byte[] sealed = vault.seal(PURPOSE, PLACE, SECRET);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThrows(IllegalStateException.class, () -> vault.open(PURPOSE, PLACE, changed), "byte " + i);
        }
    }

    @Test
    void whatIsTooShortOrNothingDoesNotOpen() {
        byte[] sealed = vault.seal(PURPOSE, PLACE, SECRET);
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThrows(IllegalStateException.class, () -> vault.open(PURPOSE, PLACE, cut), length + " bytes");
        }
    }

    @Test
    void theSameSecretLooksDifferentEachTime() {
        assertFalse(Arrays.equals(vault.seal(PURPOSE, PLACE, SECRET), vault.seal(PURPOSE, PLACE, SECRET)));
    }

    @Test
    void aPurposeIsAFeatureAndAKind() {
        for (String purpose : new String[] {"", "identity", "identity.codes identity", "Identity.codes", "a.b.c"}) {
            assertThrows(IllegalArgumentException.class, () -> vault.seal(purpose, PLACE, SECRET), purpose);
        }
    }
}
