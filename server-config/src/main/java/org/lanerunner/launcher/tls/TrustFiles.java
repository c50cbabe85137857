package org.lanerunner.launcher.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.lanerunner.launcher.DataFolder;

/**
 * The files of the server's trust page (org.lanerunner.server.TrustPage): the authority's certificate, the names of this machine, and a QR code for each.
 * None of them is secret.
 */
final class TrustFiles {
    private final Path folder;

    TrustFiles(Path folder) {
        this.folder = folder;
    }

    void write(Optional<X509Certificate> authority, List<String> names, int httpPort) {
        try {
            empty();
            DataFolder.writePrivate(folder.resolve("names"), String.join("\n", names) + "\n");
            for (String name : names) {
                DataFolder.writePrivate(
                        folder.resolve("qr-" + name + ".svg"),
                        QrCode.of(page(name, httpPort)).svg());
            }
            if (authority.isPresent()) {
                DataFolder.writePrivate(
                        folder.resolve("authority.crt"), authority.get().getEncoded());
                DataFolder.writePrivate(
                        folder.resolve("authority.pem"),
                        PemFiles.of(authority.get()).getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The address of the page for another device. It is plain HTTP, since that device does not trust the authority yet. */
    static String page(String name, int httpPort) {
        return "http://" + name + ":" + httpPort + "/trust";
    }

    private void empty() throws IOException {
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder)) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }
}
