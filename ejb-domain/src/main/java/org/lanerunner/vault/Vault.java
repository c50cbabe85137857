package org.lanerunner.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;

/**
 * Seals secrets that must lie in the database and be read again: AES-256-GCM under the data key of their purpose. A sealed value says by itself how and with
 * which key it was sealed. It opens only for the purpose and in the place for which it was sealed, so a value that somebody moved to another row does not open
 * there.
 */
@ApplicationScoped
public class Vault {

    private static final Pattern PURPOSE = Pattern.compile("[a-z]+\\.[a-z-]+");
    private static final byte VERSION = 1;
    private static final int HEAD_BYTES = 1 + 2 * Long.BYTES;

    private DataKeys keys;

    Vault() {}

    @Inject
    Vault(Sql sql, Settings settings, Clock clock) {
        this(sql, Path.of(settings.text(VaultSettings.MASTER_KEY_FILE)), clock);
    }

    /** Is called by tests, which have no server to configure it. */
    public Vault(Sql sql, Path masterKeys, Clock clock) {
        this(new DataKeys(sql, new MasterKeys(masterKeys), clock));
    }

    Vault(DataKeys keys) {
        this.keys = keys;
    }

    /** To be called in the transaction that writes the value. The key is not retired before that transaction has ended. */
    public byte[] seal(SealedColumn column, UUID row, byte[] value) {
        return seal(column.purpose(), column.place(row), value);
    }

    /** @throws IllegalStateException when it was sealed for another purpose or place, or was changed */
    public byte[] open(SealedColumn column, UUID row, byte[] sealed) {
        return open(column.purpose(), column.place(row), sealed);
    }

    /** The bytes with which values begin that are sealed now. */
    byte[] headInUse(String purpose) {
        return head(keys.inUse(purpose).id());
    }

    byte[] seal(String purpose, String place, byte[] value) {
        if (!PURPOSE.matcher(purpose).matches()) {
            throw new IllegalArgumentException("a purpose is feature.kind");
        }
        DataKeys.DataKey key = keys.inUse(purpose);
        byte[] head = head(key.id());
        byte[] sealed = key.key().seal(value, bound(head, purpose, place));
        return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
                .put(head)
                .put(sealed)
                .array();
    }

    byte[] open(String purpose, String place, byte[] sealed) {
        UUID id = keyOf(sealed);
        DataKeys.DataKey key = keys.byId(id);
        if (!key.purpose().equals(purpose)) {
            throw new IllegalStateException("it was sealed for another purpose");
        }
        ByteBuffer body = ByteBuffer.wrap(sealed, HEAD_BYTES, sealed.length - HEAD_BYTES);
        byte[] rest = new byte[body.remaining()];
        body.get(rest);
        return key.key().open(rest, bound(head(id), purpose, place));
    }

    private static UUID keyOf(byte[] sealed) {
        if (sealed.length < HEAD_BYTES || sealed[0] != VERSION) {
            throw new IllegalStateException("it is nothing that the vault has sealed");
        }
        ByteBuffer head = ByteBuffer.wrap(sealed, 1, HEAD_BYTES - 1);
        return new UUID(head.getLong(), head.getLong());
    }

    static byte[] head(UUID key) {
        return ByteBuffer.allocate(HEAD_BYTES)
                .put(VERSION)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .array();
    }

    /** A purpose has no space in it, so no two pairs of purpose and place give the same text. */
    private static byte[] bound(byte[] head, String purpose, String place) {
        byte[] names = (purpose + ' ' + place).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + names.length)
                .put(head)
                .put(names)
                .array();
    }
}
