package org.lanerunner.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderFileTest {

    @TempDir
    private Path folder;

    @Test
    void googleAndFacebookNeedTheClientAlone() throws IOException {
        Files.writeString(folder.resolve("facebook-secret"), "the secret\n");
        List<Provider> providers = read(
                "google.client-id = g\ngoogle.client-secret = s\nfacebook.client-id = f\nfacebook.client-secret-file = facebook-secret");
        assertEquals(
                List.of("facebook", "google"),
                providers.stream().map(Provider::id).toList());
        assertEquals("the secret", providers.get(0).clientSecret());
        assertEquals(Provider.Kind.FACEBOOK, providers.get(0).kind());
        assertEquals("https://accounts.google.com", providers.get(1).issuer());
        assertFalse(providers.toString().contains("secret"));
    }

    @Test
    void anyOtherSaysWhoItIs() throws IOException {
        Provider works = read("works.name=Works\nworks.issuer=https://login.example.com\nworks.client-id=x")
                .get(0);
        assertEquals("openid email profile", works.scope());
        assertEquals(null, works.clientSecret());
    }

    @Test
    void whatCanNotBeRightIsRefusedByItsLine() {
        refused("works.issuer=https://login.example.com\nworks.client-id=x", "works.name");
        refused("works.name=W\nworks.issuer=http://login.example.com\nworks.client-id=x", "works.issuer");
        refused("works.name=W\nworks.issuer=https://login.example.com", "works.client-id");
        refused(
                "works.name=W\nworks.issuer=https://login.example.com\nworks.client-id=x\nworks.client-secret=hush\nworks.colour=red",
                "works.colour");
        refused("Works.name=W", "Works.name");
        refused("facebook.client-id=f", "facebook.client-secret");
        refused("google.client-id=g\ngoogle.client-secret-file=nowhere", "google.client-secret-file");
        refused(
                "google.client-id=g\nother.name=O\nother.issuer=https://accounts.google.com\nother.client-id=o",
                "one issuer");
    }

    private void refused(String lines, String named) {
        String why =
                assertThrows(IllegalStateException.class, () -> read(lines)).getMessage();
        assertTrue(why.contains(named), why);
        assertFalse(why.contains("hush"), why);
    }

    private List<Provider> read(String lines) throws IOException {
        return ProviderFile.read(Files.writeString(folder.resolve("providers"), lines));
    }
}
