package org.lanerunner.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;

class OpenIdMetadataTest {

    private static final String ISSUER = "https://login.example.com/realms/works";
    private static final String WHOLE = """
            {"issuer": "https://login.example.com/realms/works", "authorization_endpoint": "https://login.example.com/a?x=y",
             "token_endpoint": "https://login.example.com/t", "jwks_uri": "https://keys.example.com/k"}""";

    @Test
    void itIsFoundBelowTheIssuer() {
        assertEquals(URI.create(ISSUER + "/.well-known/openid-configuration"), OpenIdMetadata.address(ISSUER));
        assertEquals(
                URI.create("https://a.example/.well-known/openid-configuration"),
                OpenIdMetadata.address("https://a.example/"));
    }

    @Test
    void itSaysWhereToAskAndHow() {
        OpenIdMetadata said = OpenIdMetadata.of(ISSUER, WHOLE);
        assertEquals(URI.create("https://login.example.com/t"), said.token());
        assertFalse(said.secretInForm() || said.namesItself());
        String more = WHOLE.replace(
                "}",
                ", \"token_endpoint_auth_methods_supported\": [\"client_secret_post\"], \"authorization_response_iss_parameter_supported\": true}");
        assertTrue(OpenIdMetadata.of(ISSUER, more).secretInForm());
        assertTrue(OpenIdMetadata.of(ISSUER, more).namesItself());
    }

    @Test
    void whatNamesAnotherIssuerIsNotTaken() {
        for (String other :
                new String[] {ISSUER + "/", "https://login.example.com", "HTTPS://login.example.com/realms/works"}) {
            assertThrows(ProviderUnreachable.class, () -> OpenIdMetadata.of(other, WHOLE), other);
        }
    }

    @Test
    void nobodyIsSentAnywhereWithoutTls() {
        for (String address : new String[] {
            "http://login.example.com/t", "//login.example.com/t", "javascript:1", "https://u:p@login.example.com/t"
        }) {
            String crooked = WHOLE.replace("https://login.example.com/t", address);
            assertThrows(ProviderUnreachable.class, () -> OpenIdMetadata.of(ISSUER, crooked), address);
        }
        OpenIdMetadata.of(ISSUER, WHOLE.replace("https://login.example.com/t", "http://127.0.0.1:8180/t"));
    }

    @Test
    void whatIsNoSuchDocumentIsNoAnswer() {
        for (String text : new String[] {"", "null", "[]", "{", WHOLE + WHOLE, "{\"issuer\": \"" + ISSUER + "\"}"}) {
            assertThrows(ProviderUnreachable.class, () -> OpenIdMetadata.of(ISSUER, text), text);
        }
    }
}
