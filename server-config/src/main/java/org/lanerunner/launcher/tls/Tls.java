package org.lanerunner.launcher.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lanerunner.launcher.DataFolder;
import org.lanerunner.launcher.EffectiveSettings;
import org.lanerunner.launcher.Secrets;
import org.lanerunner.shared.ServerSettings;

/**
 * HTTPS of a data folder: the certificate that its settings name, or one of an authority of its own. Each start checks whether the certificate still has the
 * machine's names and lasts long enough, and makes another one where it does not. The authority stays, since devices have been told to trust it.
 */
public final class Tls {
    /** A certificate that ends within this time is replaced at a start. */
    static final Duration DUE = Duration.ofDays(60);

    private static final String PASSWORD = "tls-store-password";
    private final DataFolder data;
    private final EffectiveSettings settings;
    private final Clock clock;
    private final ServerStore store;

    public Tls(DataFolder data, EffectiveSettings settings, Clock clock) {
        this.data = data;
        this.settings = settings;
        this.clock = clock;
        this.store = new ServerStore(folder().resolve("server.p12"), new Secrets(data).text(PASSWORD));
    }

    /** Makes what is missing or due. @return the properties that the server reads at its start */
    public Map<String, String> prepare() {
        makeFolder();
        if (hasOwnCertificate()) {
            importOwn();
        } else {
            List<String> names = names(authority());
            if (!store.certificate().map(present -> fits(present, names)).orElse(false)) {
                issue(names);
            }
        }
        writeTrust();
        Map<String, String> properties = new TreeMap<>();
        properties.put("lanerunner.tls.store.file", store.file().toString());
        properties.put("lanerunner.tls.store.password", store.password());
        properties.put("lanerunner.trust.directory", trust().toString());
        return properties;
    }

    /**
     * Makes another certificate whether it is due or not, or reads the files of the settings again. @param newAuthority whether the authority is made anew,
     * too
     */
    public void renew(boolean newAuthority) {
        makeFolder();
        if (hasOwnCertificate()) {
            importOwn();
        } else {
            issue(names(newAuthority ? madeAuthority() : authority()));
        }
        writeTrust();
    }

    /** The server's certificate. */
    public Optional<X509Certificate> certificate() {
        return store.certificate();
    }

    /** The certificate that other devices must be told to trust; empty where the operator has given a certificate of their own. */
    public Optional<X509Certificate> toTrust() {
        return !hasOwnCertificate() && Authority.isIn(folder())
                ? Optional.of(Authority.in(folder()).certificate())
                : Optional.empty();
    }

    /** The names under which other devices reach the server, the likeliest first; none while it listens on loopback only. */
    public List<String> reachable() {
        String bind = settings.text(ServerSettings.BIND);
        List<String> names = store.names().stream()
                .filter(name -> !name.equals("localhost") && !name.startsWith("127.") && !name.startsWith("*"))
                .toList();
        if (bind.equals("0.0.0.0")) {
            return names;
        }
        return names.stream()
                .filter(name -> !bind.startsWith("127.") && !bind.equals("localhost"))
                .filter(name -> !MachineNames.isAddress(name) || name.equals(bind))
                .toList();
    }

    private boolean hasOwnCertificate() {
        return !settings.text(ServerSettings.TLS_CERTIFICATE_FILE).isEmpty();
    }

    private void importOwn() {
        store.put(ServerStore.ofFiles(
                Path.of(settings.text(ServerSettings.TLS_CERTIFICATE_FILE)),
                Path.of(settings.text(ServerSettings.TLS_KEY_FILE)),
                clock.instant()));
    }

    private boolean fits(X509Certificate present, List<String> names) {
        Instant now = clock.instant();
        return store.names().equals(names)
                && present.getNotAfter().toInstant().isAfter(now.plus(DUE))
                && authority().hasIssued(present);
    }

    private void issue(List<String> names) {
        store.put(authority().issue(names, clock.instant()));
    }

    private Authority authority() {
        return Authority.isIn(folder()) ? Authority.in(folder()) : madeAuthority();
    }

    private Authority madeAuthority() {
        return Authority.made(folder(), MachineNames.all(settings.text(ServerSettings.TLS_NAMES)), clock.instant());
    }

    /** The machine's names, without those for which the authority may not speak: with one of them devices would refuse the whole certificate. */
    private List<String> names(Authority authority) {
        return MachineNames.all(settings.text(ServerSettings.TLS_NAMES)).stream()
                .filter(authority::maySpeakFor)
                .toList();
    }

    /** Names that somebody has set, but for which the authority, which is older, may not speak. */
    public List<String> unspoken() {
        if (hasOwnCertificate()) {
            return List.of();
        }
        List<String> spoken = store.names();
        return MachineNames.all(settings.text(ServerSettings.TLS_NAMES)).stream()
                .filter(name -> !spoken.contains(name))
                .toList();
    }

    private void writeTrust() {
        new TrustFiles(trust()).write(toTrust(), reachable(), settings.number(ServerSettings.HTTP_PORT));
    }

    private void makeFolder() {
        makePrivate(folder());
        makePrivate(trust());
    }

    private static void makePrivate(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Path folder() {
        return data.secrets().resolve("tls");
    }

    private Path trust() {
        return data.run().resolve("trust");
    }
}
