package org.lanerunner.launcher.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import org.lanerunner.launcher.DataFolder;

/** A PKCS#12 file of trusted certificates, made from PEM files, for parts of the server that read no other format. */
public final class TrustStore {
    private TrustStore() {}

    public static void write(Path file, String password, Path pem) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int number = 0;
            for (X509Certificate trusted : PemFiles.certificates(pem)) {
                store.setCertificateEntry("trusted-" + ++number, trusted);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password.toCharArray());
            DataFolder.writePrivate(file, bytes.toByteArray());
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
