package org.lanerunner.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.lanerunner.shared.SealingKey;

/**
 * The master keys of the installation, from a file with one in each line: the first seals, the others still open what they sealed. The file is read each time,
 * so that a key that was just put there is known. This is seldom, since data keys are kept in memory.
 */
final class MasterKeys {

    private static final int NAMED_BYTES = 8;

    /** @param name tells keys apart without revealing anything of them */
    record MasterKey(String name, SealingKey key) {

        static MasterKey of(byte[] bytes) {
            return new MasterKey(nameOf(bytes), new SealingKey(bytes));
        }

        private static String nameOf(byte[] bytes) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update("lanerunner master key ".getBytes(StandardCharsets.US_ASCII));
                return HexFormat.of().formatHex(digest.digest(bytes), 0, NAMED_BYTES);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private final Path file;

    MasterKeys(Path file) {
        this.file = file;
    }

    MasterKey inUse() {
        return all().get(0);
    }

    /** @throws IllegalStateException when the file has no such key any more, or never had */
    MasterKey named(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("the file of the master keys has no key " + name));
    }

    Optional<MasterKey> find(String name) {
        return all().stream().filter(key -> key.name().equals(name)).findFirst();
    }

    List<MasterKey> all() {
        List<MasterKey> keys;
        try {
            keys = Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(MasterKeys::decoded)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the file of the master keys can't be read", unreadable);
        }
        if (keys.isEmpty()) {
            throw new IllegalStateException("the file of the master keys holds none");
        }
        return keys;
    }

    /** The message does not repeat what is wrong in the file, since that may be most of a key. */
    private static MasterKey decoded(String line) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException noBase64) {
            throw new IllegalStateException("the file of the master keys has a line that is no Base64");
        }
        if (bytes.length != SealingKey.BYTES) {
            throw new IllegalStateException(
                    "the file of the master keys has a key of another length than " + SealingKey.BYTES + " bytes");
        }
        return MasterKey.of(bytes);
    }
}
