package org.lanerunner.launcher.tls;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lanerunner.launcher.Console;

/** Tells the person who started the server how another device reaches it, and how to check that it is this one. */
public final class Telling {
    private final Console console;
    private final Tls tls;
    private final int httpPort;
    private final int httpsPort;

    public Telling(Console console, Tls tls, int httpPort, int httpsPort) {
        this.console = console;
        this.tls = tls;
        this.httpPort = httpPort;
        this.httpsPort = httpsPort;
    }

    /** @param drawn whether to draw a QR code, for a person who looks at a terminal and can hold a phone before it */
    public void tell(boolean drawn) {
        List<String> names = tls.reachable();
        console.say("HTTPS at https://localhost:" + httpsPort
                + tls.certificate()
                        .map(certificate -> "   (certificate until "
                                + certificate
                                        .getNotAfter()
                                        .toInstant()
                                        .atZone(ZoneOffset.UTC)
                                        .toLocalDate() + ")")
                        .orElse(""));
        names.forEach(name -> console.say("      at https://" + name + ":" + httpsPort));
        List<String> unspoken = tls.unspoken();
        if (!unspoken.isEmpty()) {
            console.say(
                    "Not for " + String.join(", ", unspoken) + ": this folder's authority was made without. "
                            + "`./lanerunner certificate renew --new-authority` makes another, which every device has to be told of.");
        }
        Optional<X509Certificate> authority = tls.toTrust();
        if (authority.isPresent() && !names.isEmpty()) {
            String page = TrustFiles.page(names.get(0), httpPort);
            console.say("A phone in the same network opens " + page + " first, which helps it to trust this server.");
            console.say("The authority's fingerprint there must be " + fingerprint(authority.get()));
            if (drawn) {
                console.say(QrCode.of(page).text());
            }
        }
    }

    /** The SHA-256 fingerprint in pairs of digits, as every device shows it. */
    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.ofDelimiter(":")
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()))
                    .toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
