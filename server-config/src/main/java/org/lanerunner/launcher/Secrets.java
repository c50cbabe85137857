package org.lanerunner.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The secrets of a data folder. Each is generated at its first use, in a file of its own that only its owner can read. */
public final class Secrets {
    /** As strong as AES-128. */
    private static final int SIGNING_KEY_BITS = 3072;

    /** Keys of earlier versions, and the operator's own, may be shorter. */
    private static final int LEAST_SIGNING_KEY_BITS = 2048;

    private static final Duration REPLACED_KEPT = Duration.ofDays(1);

    /** The form in which the server reads the time from a file's name. */
    private static final DateTimeFormatter MADE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final int KEY_BYTES = 32;
    private final Path folder;

    public Secrets(DataFolder data) {
        folder = data.secrets();
    }

    /** The secret of that name; it is made when there is none. */
    public String text(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            DataFolder.writePrivate(file, random() + "\n");
        }
        return read(file).strip();
    }

    /** The key that signs access tokens: the given file, or else one generated for this folder. */
    Path signingKey(String configured) {
        if (!configured.isEmpty()) {
            return Path.of(configured).toAbsolutePath();
        }
        Path file = folder.resolve("signing-key.pem");
        if (!Files.exists(file)) {
            DataFolder.writePrivate(file, newSigningKey());
        }
        return file;
    }

    /** The folder of further signing keys: the given one, or else one of this data folder. */
    Path signingKeys(String configured) {
        return configured.isEmpty()
                ? folder.resolve("signing-keys")
                : Path.of(configured).toAbsolutePath();
    }

    /**
     * Adds a signing key. Every server signs with it once all servers know it. Keys that were replaced long ago are deleted.
     *
     * @return its file
     */
    Path addSigningKey(Path keys, Instant now) {
        try {
            Files.createDirectories(keys);
            Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwx------"));
            List<Path> before = signingKeyFiles(keys);
            Path file = keys.resolve(MADE.format(now) + "-" + random().replaceAll("[^A-Za-z0-9]", "") + ".pem");
            DataFolder.writePrivate(file, newSigningKey());
            String longAgo = MADE.format(now.minus(REPLACED_KEPT));
            for (int i = 0; i + 1 < before.size(); i++) {
                if (before.get(i + 1).getFileName().toString().compareTo(longAgo) < 0) {
                    Files.delete(before.get(i));
                }
            }
            return file;
        } catch (IOException failed) {
            throw new LaunchFailure("No key could be added in " + keys + ": " + failed.getMessage(), failed);
        }
    }

    /** The keys' files, the oldest first. */
    private static List<Path> signingKeyFiles(Path keys) throws IOException {
        try (Stream<Path> files = Files.list(keys)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".pem"))
                    .sorted()
                    .toList();
        }
    }

    private static String newSigningKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(SIGNING_KEY_BITS);
            return pem("PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The key that protects people's keys in the audit: the given file, or else one that was generated for this folder. */
    Path auditKey(String configured) {
        return symmetricKey(configured, "audit-key");
    }

    /** The keys that protect the vault's keys: the given file, or else one with a single key that was generated for this folder. */
    public Path masterKeys(String configured) {
        return symmetricKey(configured, "master-keys");
    }

    private Path symmetricKey(String configured, String name) {
        if (!configured.isEmpty()) {
            return Path.of(configured).toAbsolutePath();
        }
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            DataFolder.writePrivate(file, Base64.getEncoder().encodeToString(randomBytes(KEY_BYTES)) + "\n");
        }
        return file;
    }

    /** The public half of a signing key. It lies beside the secrets because nobody may change it; anybody may read it. */
    Path publicKey(Path signingKey) {
        Path file = folder.resolve("signing-key.public.pem");
        String wanted = pem("PUBLIC KEY", publicHalf(signingKey).getEncoded());
        if (!Files.exists(file) || !read(file).equals(wanted)) {
            DataFolder.writePrivate(file, wanted);
        }
        return file;
    }

    private static PublicKey publicHalf(Path signingKey) {
        try {
            String body = read(signingKey).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            KeyFactory keys = KeyFactory.getInstance("RSA");
            PrivateKey key = keys.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
            RSAPrivateCrtKey rsa = (RSAPrivateCrtKey) key;
            if (rsa.getModulus().bitLength() < LEAST_SIGNING_KEY_BITS) {
                throw new LaunchFailure(
                        "The signing key " + signingKey + " has fewer than " + LEAST_SIGNING_KEY_BITS + " bits.");
            }
            return keys.generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
        } catch (GeneralSecurityException | IllegalArgumentException | UncheckedIOException broken) {
            throw new LaunchFailure(
                    "The signing key " + signingKey + " is not a readable RSA key in PKCS#8 PEM.", broken);
        }
    }

    private static String pem(String label, byte[] encoded) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + label
                + "-----\n";
    }

    private static String random() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(24));
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
