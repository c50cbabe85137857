package org.lanerunner.events;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * The content of an audit row, and the chain of its blocks: a digest of each row, a digest of a block's ids and row digests, and a head made of that and the
 * head before. The server uses it to seal, and the launcher to check without the server.
 */
public final class AuditChain {

    public static final int DIGEST_BYTES = 32;

    /** The head before the first block. */
    public static final byte[] START = new byte[DIGEST_BYTES];

    /** All columns of a row, each as a text that does not depend on the session's settings. */
    public static final String COLUMNS = """
            id::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), principal,
            coalesce(principal_id::text || ' by ' || impersonated_by::text, principal_id::text), organisation_id::text, session_id::text, action,
            subject_id::text, call, correlation_id, event_ids::text, changes::text, encode(origin, 'hex'), outcome, slug, times::text, epoch::text, xid::text""";

    private static final int COUNT = 18;
    private static final int TIME = 2;
    private static final int EPOCH = 17;
    private static final int XID = 18;
    private static final int MONTH_LENGTH = 7;

    /** A row with its place in the chain and the digest of its content. */
    public record Row(int epoch, String xid, UUID id, LocalDate month, byte[] digest) {}

    private AuditChain() {}

    /** @param found a row of {@link #COLUMNS} */
    public static Row row(ResultSet found) throws SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (int column = 1; column <= COUNT; column++) {
                String value = found.getString(column);
                byte[] text = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
                out.writeInt(value == null ? -1 : text.length);
                out.write(text);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Row(
                found.getInt(EPOCH),
                found.getString(XID),
                UUID.fromString(found.getString(1)),
                LocalDate.parse(found.getString(TIME).substring(0, MONTH_LENGTH) + "-01"),
                sha256(bytes.toByteArray()));
    }

    public static byte[] content(long number, LocalDate month, List<UUID> ids, byte[] digests) {
        ByteBuffer ofIds = ByteBuffer.allocate(ids.size() * Long.BYTES * 2);
        ids.forEach(id -> ofIds.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
        return sha256(
                (number + " " + month + " " + ids.size()).getBytes(StandardCharsets.US_ASCII), ofIds.array(), digests);
    }

    public static byte[] head(byte[] previous, byte[] content) {
        return sha256(previous, content);
    }

    public static byte[] digests(List<Row> rows) {
        ByteBuffer all = ByteBuffer.allocate(rows.size() * DIGEST_BYTES);
        rows.forEach(row -> all.put(row.digest()));
        return all.array();
    }

    public static byte[] digestOf(byte[] digests, int row) {
        return Arrays.copyOfRange(digests, row * DIGEST_BYTES, (row + 1) * DIGEST_BYTES);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
