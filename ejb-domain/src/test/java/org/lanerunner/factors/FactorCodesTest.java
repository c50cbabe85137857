package org.lanerunner.factors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of codes and seeds, and how long wrong ones make one wait. */
class FactorCodesTest {

    private static final UUID PERSON = new UUID(1, 2);

    /** RFC 4648, section 10, without padding. */
    @ParameterizedTest
    @CsvSource({"'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void vectorsOfRfc4648(String text, String base32) {
        assertEquals(base32, Base32.of(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aRecoveryCodeIsTheSameHoweverItIsTyped() {
        RecoveryCode code = RecoveryCode.random();
        assertTrue(code.shown().matches("([2-9A-HJ-NP-Z]{4}-){5}[2-9A-HJ-NP-Z]{4}"), code.shown());
        for (String typed : new String[] {
            code.shown(),
            code.text(),
            code.shown().toLowerCase(),
            " " + code.shown().replace("-", " ") + "\n"
        }) {
            assertArrayEquals(code.hash(PERSON), RecoveryCode.typed(typed).hash(PERSON), typed);
        }
    }

    @Test
    void aRecoveryCodeIsOnePersonsOnly() {
        RecoveryCode code = RecoveryCode.random();
        assertFalse(Arrays.equals(code.hash(PERSON), code.hash(new UUID(1, 3))));
    }

    @Test
    void recoveryCodesDiffer() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            assertTrue(seen.add(RecoveryCode.random().text()));
        }
    }

    @Test
    void secretsDoNotPrintThemselves() {
        RecoveryCode code = RecoveryCode.random();
        assertFalse((code + "" + new Shown(Method.CODE, code.text(), null) + new NewApp("u", code.text())
                        + new Factors.RecoveryCodes(java.util.List.of(code.text())))
                .contains(code.text()));
    }

    @Test
    void someWrongCodesAreFreeAndFurtherOnesMakeOneWaitTwiceAsLongUpToAnHour() {
        assertEquals(Duration.ZERO, WrongCodes.waitAfter(WrongCodes.FREE - 1));
        assertEquals(Duration.ofSeconds(30), WrongCodes.waitAfter(WrongCodes.FREE));
        assertEquals(Duration.ofSeconds(60), WrongCodes.waitAfter(WrongCodes.FREE + 1));
        assertEquals(Duration.ofMinutes(32), WrongCodes.waitAfter(WrongCodes.FREE + 6));
        assertEquals(Duration.ofHours(1), WrongCodes.waitAfter(Integer.MAX_VALUE));
    }
}
