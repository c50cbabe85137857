package org.lanerunner.launcher.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lanerunner.launcher.LaunchFailure;

/** Certificates and private keys as PEM text. Of keys only unencrypted PKCS#8 is read, RSA or elliptic curve. */
final class PemFiles {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("EC", "RSA");

    private PemFiles() {}

    static String of(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static String of(PrivateKey key) {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    /** A certificate and those that vouch for it, in the file's order. */
    static List<X509Certificate> certificates(Path file) {
        try {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(read(file).getBytes(StandardCharsets.US_ASCII)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (chain.isEmpty()) {
                throw new LaunchFailure(file + " holds no certificate in PEM.");
            }
            return chain;
        } catch (CertificateException broken) {
            throw new LaunchFailure(file + " holds no readable certificate in PEM.", broken);
        }
    }

    static PrivateKey key(Path file) {
        Matcher matcher = KEY.matcher(read(file));
        if (matcher.find()) {
            byte[] encoded = Base64.getMimeDecoder().decode(matcher.group(1));
            for (String algorithm : ALGORITHMS) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
                } catch (InvalidKeySpecException another) {
                    // then the next kind of key is tried
                } catch (GeneralSecurityException everyJdkHasThem) {
                    throw new IllegalStateException(everyJdkHasThem);
                }
            }
        }
        throw new LaunchFailure(
                file + " holds no unencrypted PKCS#8 key (-----BEGIN PRIVATE KEY-----) of RSA or an elliptic"
                        + " curve. `openssl pkcs8 -topk8 -nodes -in OLD -out NEW` makes one of others.");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new LaunchFailure(file + " can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static String pem(String label, byte[] encoded) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + label
                + "-----\n";
    }
}
