package org.lanerunner.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanerunner.shared.Refusal;

class EmailAddressTest {

    @Test
    void keyIsTheSameHoweverItIsWritten() {
        assertEquals(
                "ann@example.org",
                EmailAddress.of("  Ann@Example.ORG ", "/email").key());
        assertEquals(
                "Ann@Example.ORG", EmailAddress.of("Ann@Example.ORG", "/email").text());
        assertEquals(
                EmailAddress.of("jos\u00e9@example.org", "/email").key(),
                EmailAddress.of("jose\u0301@example.org", "/email").key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann[1]@example.org", "ann\u00a0b@example.org"})
    void whatAccountsOfBeforeMayHaveIsKnownAndNeverNew(String text) {
        assertEquals(text, EmailAddress.known(text, "/email").key());
        assertThrows(Refusal.class, () -> EmailAddress.of(text, "/email"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ann",
                "@example.org",
                "ann@",
                "ann@@example.org",
                "a b@example.org",
                "ann@example..org",
                "ann@example.org.",
                "<ann@example.org>",
                "a\u200b@example.org"
            })
    void whatCanBeNoAddressIsRefused(String text) {
        assertThrows(Refusal.class, () -> EmailAddress.of(text, "/email"));
    }
}
