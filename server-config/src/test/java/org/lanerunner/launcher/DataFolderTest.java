package org.lanerunner.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path folder;

    @Test
    void folderThatHoldsSomethingElseIsNeitherTakenNorDeleted() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "mine");
        DataFolder data = DataFolder.at(folder);
        assertThrows(LaunchFailure.class, data::create);
        assertThrows(LaunchFailure.class, data::delete);
        assertTrue(Files.exists(folder.resolve("thesis.txt")));
    }

    @Test
    void deletingTakesTheWholeFolder() {
        DataFolder data = DataFolder.at(folder.resolve("data"));
        data.create();
        data.delete();
        assertFalse(Files.exists(data.root()));
    }

    @Test
    void whatAServerLeftInPassingGoesAndNobodyElseReadsThere() throws IOException {
        DataFolder data = DataFolder.at(folder.resolve("data"));
        data.create();
        data.emptyTemporary();
        Files.createDirectories(data.temporary().resolve("left/behind"));
        data.emptyTemporary();
        try (var left = Files.list(data.temporary())) {
            assertEquals(0, left.count());
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.temporary())));
    }

    @Test
    void secretsAreReadByTheirOwnerOnlyAndStayTheSame() throws IOException {
        DataFolder data = DataFolder.at(folder.resolve("data"));
        data.create();
        Secrets secrets = new Secrets(data);
        String first = secrets.text("password");
        Path key = secrets.signingKey("");
        assertEquals(first, new Secrets(data).text("password"));
        for (Path file : new Path[] {data.secrets().resolve("password"), key, secrets.publicKey(key)}) {
            assertEquals(
                    "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file.toString());
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.secrets())));
    }

    @Test
    void aNewSigningKeyHas3072Bits() throws Exception {
        DataFolder data = DataFolder.at(folder.resolve("data"));
        data.create();
        String pem = Files.readString(new Secrets(data).signingKey("")).replaceAll("-----[A-Z ]+-----|\\s", "");
        RSAPrivateKey key = (RSAPrivateKey) KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        assertEquals(3072, key.getModulus().bitLength());
    }

    @Test
    void signingKeyThatIsNoneIsRefusedInWords() throws IOException {
        DataFolder data = DataFolder.at(folder.resolve("data"));
        data.create();
        Path broken = Files.writeString(
                folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertThrows(LaunchFailure.class, () -> new Secrets(data).publicKey(broken));
    }
}
