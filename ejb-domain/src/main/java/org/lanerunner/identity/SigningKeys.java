package org.lanerunner.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.SuspendsTransaction;

/**
 * The keys that sign access tokens: the first, and those that were added since, each in a file of a folder that all servers have. A new key is known for a
 * while before any server signs with it. An old one stays known as long as a token can live that was signed with it last. So nobody is signed out when keys
 * change. The folder is looked at every five seconds; if it can't be read, the keys stay as they are.
 */
@NeedsNoPermission(because = "it is asked before anybody is a caller")
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@SuspendsTransaction(because = "keys are files; no database is asked")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    /** It is longer than any token lives without a refresh, and allows for different clocks. */
    private static final Duration LEAST_OVERLAP = Duration.ofMinutes(20);

    private volatile KeyRing ring;
    private byte[] refreshKey;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @PostConstruct
    void start() {
        try {
            Path first = Path.of(settings.text(IdentitySettings.SIGNING_KEY_FILE));
            ring = read(first);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("refresh tokens".getBytes(StandardCharsets.UTF_8));
            refreshKey = digest.digest(SigningKey.encoded(Files.readString(first)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the signing key can't be read", unreadable);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the signing key is no RSA key in PKCS#8", broken);
        }
    }

    /** The key that signs now. */
    public SigningKey present() {
        return ring.signing(clock.instant());
    }

    /** The key that verifies a token which names it so, as long as such tokens can live. */
    public Optional<PublicKey> verifying(String id) {
        return ring.verifying(id, clock.instant()).map(SigningKey::publicKey);
    }

    /** All keys that verify now, the oldest first. */
    public List<PublishedKey> published() {
        return ring.verifying(clock.instant()).stream()
                .map(SigningKey::published)
                .toList();
    }

    /** The key from which the successors of refresh tokens are made. It is the same on every node, whichever key signs. */
    public byte[] refreshKey() {
        return refreshKey.clone();
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "keys that sign access tokens")
    public void lookAgain() {
        try {
            ring = read(Path.of(settings.text(IdentitySettings.SIGNING_KEY_FILE)));
        } catch (IOException | UncheckedIOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            LOG.warnf("signing keys could not be read: %s", unreadable.getMessage());
        }
    }

    private KeyRing read(Path first) throws IOException, GeneralSecurityException {
        List<SigningKey> keys = new ArrayList<>();
        keys.add(SigningKey.of(Files.readString(first), Instant.EPOCH));
        Path folder = Path.of(settings.text(IdentitySettings.SIGNING_KEYS_DIRECTORY));
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    Optional<Instant> made = KeyRing.madeAt(file.getFileName().toString());
                    if (made.isPresent()) {
                        keys.add(SigningKey.of(Files.readString(file), made.get()));
                    }
                }
            }
        }
        return new KeyRing(
                keys,
                settings.duration(IdentitySettings.SIGNING_KEY_DELAY),
                settings.duration(IdentitySettings.ACCESS_TOKEN_LIFETIME).plus(LEAST_OVERLAP));
    }
}
