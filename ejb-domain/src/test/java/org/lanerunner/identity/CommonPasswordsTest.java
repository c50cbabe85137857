package org.lanerunner.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {

    private static final String[] OWN = {"Ann.Smith-Jones@example.org", "Ann Mary Smith"};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password123",
                "Mysterio619",
                "QWERTYUIOP",
                "1234567890",
                "aaaaaaaaaa",
                "1212121212",
                "abcdefghijk",
                "9876543210",
                "LaneRunner1!",
                "lanerunner2026",
                "ann.smith-jones@example.org",
                "AnnSmithJones1985",
                "ann_smith_jones!!",
                "annmarysmith2"
            })
    void whatIsTriedFirstIsKnown(String password) {
        assertTrue(CommonPasswords.knows(password, OWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a long enough password",
                "correct horse battery",
                "smithjones lives in 7",
                "8f3kd92jd0",
                "ééééé aaaaa z"
            })
    void othersAreNot(String password) {
        assertFalse(CommonPasswords.knows(password, OWN));
    }

    /** ASVS asks for 3,000 that are long enough; more are of breaches as well. */
    @Test
    void tenThousandAreKnown() {
        assertEquals(10_000, CommonPasswords.count());
    }
}
