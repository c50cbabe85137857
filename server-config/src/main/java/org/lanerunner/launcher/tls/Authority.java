package org.lanerunner.launcher.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.lanerunner.launcher.DataFolder;
import org.wildfly.security.x500.GeneralName;
import org.wildfly.security.x500.cert.AuthorityKeyIdentifierExtension;
import org.wildfly.security.x500.cert.BasicConstraintsExtension;
import org.wildfly.security.x500.cert.ExtendedKeyUsageExtension;
import org.wildfly.security.x500.cert.KeyUsage;
import org.wildfly.security.x500.cert.KeyUsageExtension;
import org.wildfly.security.x500.cert.SubjectAlternativeNamesExtension;
import org.wildfly.security.x500.cert.SubjectKeyIdentifierExtension;
import org.wildfly.security.x500.cert.X509CertificateBuilder;

/**
 * The data folder's own certificate authority. A device that trusts it trusts it for private networks, local names and the machine's names at the time when
 * it was made, for nothing else, and only for servers. So a thief of this folder's keys can't pretend to be a bank, nor sign programs or mails. The price is
 * that the authority can't issue a certificate for a name that the machine got later. Some devices ignore the restrictions of an authority that they trust.
 * Therefore the authority's own key signs one certificate only, that of the issuer, whose restrictions every device obeys; then that key is thrown away.
 */
final class Authority {
    static final Duration LIFE = Duration.ofDays(3650);

    /** The life of a certificate. Apple refuses any certificate of more than 825 days, even from an authority that the owner of the device has installed. */
    static final Duration CERTIFICATE_LIFE = Duration.ofDays(397);

    /** The clocks of other devices may be behind. */
    private static final Duration LATE_CLOCKS = Duration.ofDays(1);

    private static final int SERIAL_BITS = 127;
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private final X509Certificate certificate;
    private final X509Certificate issuer;
    private final PrivateKey issuerKey;

    private Authority(X509Certificate certificate, X509Certificate issuer, PrivateKey issuerKey) {
        this.certificate = certificate;
        this.issuer = issuer;
        this.issuerKey = issuerKey;
    }

    static boolean isIn(Path folder) {
        return Files.exists(certificateFile(folder))
                && Files.exists(issuerFile(folder))
                && Files.exists(issuerKeyFile(folder));
    }

    static Authority in(Path folder) {
        return new Authority(
                PemFiles.certificates(certificateFile(folder)).get(0),
                PemFiles.certificates(issuerFile(folder)).get(0),
                PemFiles.key(issuerKeyFile(folder)));
    }

    static Authority made(Path folder, List<String> names, Instant now) {
        KeyPair own = pair();
        KeyPair issuers = pair();
        String name = "LaneRunner " + HexFormat.of().withUpperCase().formatHex(identifier(own.getPublic()), 0, 3);
        X500Principal root = new X500Principal("CN=" + name + ", O=LaneRunner of this network");
        X500Principal issuer = new X500Principal("CN=" + name + " issuer, O=LaneRunner of this network");
        Authority authority = new Authority(
                build(authority(root, root, own.getPublic(), own, 1, names, now)),
                build(authority(root, issuer, issuers.getPublic(), own, 0, names, now)),
                issuers.getPrivate());
        DataFolder.writePrivate(issuerKeyFile(folder), PemFiles.of(authority.issuerKey));
        DataFolder.writePrivate(issuerFile(folder), PemFiles.of(authority.issuer));
        DataFolder.writePrivate(certificateFile(folder), PemFiles.of(authority.certificate));
        return authority;
    }

    private static X509CertificateBuilder authority(
            X500Principal by,
            X500Principal name,
            PublicKey of,
            KeyPair signer,
            int below,
            List<String> names,
            Instant now) {
        return builder(by, name, of, signer.getPrivate(), now, now.plus(LIFE))
                .addExtension(new BasicConstraintsExtension(true, true, below))
                .addExtension(new KeyUsageExtension(KeyUsage.keyCertSign, KeyUsage.cRLSign))
                .addExtension(new ExtendedKeyUsageExtension(false, List.of(SERVER_AUTHENTICATION)))
                .addExtension(new SubjectKeyIdentifierExtension(identifier(of)))
                .addExtension(new AuthorityKeyIdentifierExtension(identifier(signer.getPublic()), null, null))
                .addExtension(new NameConstraints(names));
    }

    /** The certificate that devices are told to trust. */
    X509Certificate certificate() {
        return certificate;
    }

    /** Whether a device that trusts this authority would accept its certificate for that name. */
    boolean maySpeakFor(String name) {
        X509CertSelector selector = new X509CertSelector();
        try {
            selector.addPathToName(MachineNames.isAddress(name) ? IP_ADDRESS : DNS_NAME, name);
        } catch (IOException noName) {
            return false;
        }
        return selector.match(issuer);
    }

    boolean hasIssued(X509Certificate other) {
        return other.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
    }

    /** Makes a new key and its certificate for these names. */
    Issued issue(List<String> names, Instant now) {
        KeyPair pair = pair();
        Instant end = Stream.of(now.plus(CERTIFICATE_LIFE), issuer.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
        X509CertificateBuilder builder = builder(
                        issuer.getSubjectX500Principal(),
                        new X500Principal("CN=LaneRunner at " + names.get(0)),
                        pair.getPublic(),
                        issuerKey,
                        now,
                        end)
                .addExtension(new KeyUsageExtension(KeyUsage.digitalSignature))
                .addExtension(new ExtendedKeyUsageExtension(false, List.of(SERVER_AUTHENTICATION)))
                .addExtension(new SubjectKeyIdentifierExtension(identifier(pair.getPublic())))
                .addExtension(new AuthorityKeyIdentifierExtension(identifier(issuer.getPublicKey()), null, null))
                .addExtension(new SubjectAlternativeNamesExtension(
                        false, names.stream().map(Authority::generalName).toList()));
        return new Issued(pair.getPrivate(), List.of(build(builder), issuer));
    }

    /** A server's key, with its certificate and the certificates that vouch for it. */
    record Issued(PrivateKey key, List<X509Certificate> chain) {}

    private static GeneralName generalName(String name) {
        return MachineNames.isAddress(name)
                ? new GeneralName.IPAddress(NameConstraints.address(name))
                : new GeneralName.DNSName(name);
    }

    private static X509CertificateBuilder builder(
            X500Principal issuer,
            X500Principal subject,
            PublicKey of,
            PrivateKey signedWith,
            Instant now,
            Instant end) {
        return new X509CertificateBuilder()
                .setIssuerDn(issuer)
                .setSubjectDn(subject)
                .setPublicKey(of)
                .setSigningKey(signedWith)
                .setSignatureAlgorithmName(SIGNATURE)
                .setSerialNumber(new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1))
                .setNotValidBefore(now.minus(LATE_CLOCKS).atZone(ZoneOffset.UTC))
                .setNotValidAfter(end.atZone(ZoneOffset.UTC));
    }

    private static X509Certificate build(X509CertificateBuilder builder) {
        try {
            return builder.build();
        } catch (CertificateException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] identifier(PublicKey key) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(key.getEncoded());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static Path certificateFile(Path folder) {
        return folder.resolve("authority.pem");
    }

    private static Path issuerFile(Path folder) {
        return folder.resolve("issuer.pem");
    }

    private static Path issuerKeyFile(Path folder) {
        return folder.resolve("issuer-key.pem");
    }
}
