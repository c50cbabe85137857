package org.lanerunner.launcher.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanerunner.launcher.DataFolder;
import org.lanerunner.launcher.LaunchFailure;

/** The PKCS#12 file from which the server reads its key and certificate, whatever their source is. */
final class ServerStore {
    private static final String ALIAS = "https";
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final int MODULUS_BITS = 2048;
    private final Path file;
    private final String password;

    ServerStore(Path file, String password) {
        this.file = file;
        this.password = password;
    }

    Path file() {
        return file;
    }

    String password() {
        return password;
    }

    void put(Authority.Issued issued) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    ALIAS, issued.key(), password.toCharArray(), issued.chain().toArray(X509Certificate[]::new));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password.toCharArray());
            DataFolder.writePrivate(file, bytes.toByteArray());
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Empty also where the file can't be read any more; it is then made anew. */
    Optional<X509Certificate> certificate() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return Optional.ofNullable((X509Certificate) store.getCertificate(ALIAS));
        } catch (GeneralSecurityException | IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The names of the certificate, in its order. */
    List<String> names() {
        try {
            Optional<X509Certificate> present = certificate();
            Collection<List<?>> names = present.isEmpty() ? null : present.get().getSubjectAlternativeNames();
            return Stream.ofNullable(names)
                    .flatMap(Collection::stream)
                    .filter(name -> name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS))
                    .map(name -> (String) name.get(1))
                    .toList();
        } catch (CertificateParsingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /**
     * The operator's own certificate. Refused are a key that does not belong to the certificate, a key that is too short, and a certificate that is not valid
     * yet or any more.
     */
    static Authority.Issued ofFiles(Path certificateFile, Path keyFile, Instant now) {
        if (keyFile.toString().isEmpty()) {
            throw new LaunchFailure(
                    "LANERUNNER_TLS_KEY_FILE must name the key of the certificate " + certificateFile + ".");
        }
        List<X509Certificate> chain = PemFiles.certificates(certificateFile);
        PrivateKey key = PemFiles.key(keyFile);
        X509Certificate own = chain.get(0);
        if (!belongTogether(key, own)) {
            throw new LaunchFailure(
                    "The key in " + keyFile + " is not that of the first certificate in " + certificateFile + ".");
        }
        if (own.getNotAfter().toInstant().isBefore(now)
                || own.getNotBefore().toInstant().isAfter(now)) {
            throw new LaunchFailure("The certificate in " + certificateFile + " is valid from "
                    + own.getNotBefore().toInstant() + " to "
                    + own.getNotAfter().toInstant() + ", not now.");
        }
        if (own.getPublicKey() instanceof java.security.interfaces.RSAPublicKey rsa
                && rsa.getModulus().bitLength() < MODULUS_BITS) {
            throw new LaunchFailure("The key in " + keyFile + " has fewer than " + MODULUS_BITS + " bits.");
        }
        return new Authority.Issued(key, chain);
    }

    private static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
        try {
            if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
                return false;
            }
            Signature signature =
                    Signature.getInstance("SHA256with" + (key.getAlgorithm().equals("EC") ? "ECDSA" : "RSA"));
            signature.initSign(key);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            return signature.verify(signed);
        } catch (GeneralSecurityException another) {
            return false;
        }
    }
}
