package org.lanerunner.factors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {

    private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);
    private static final long STEP = 0x23523EDL;

    /** RFC 6238, appendix B. The seeds are as long as the hash, as erratum 2866 says: the text names one seed only. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082, HmacSHA1", "59, 46119246, HmacSHA256", "59, 90693936, HmacSHA512",
        "1111111109, 07081804, HmacSHA1", "1111111109, 68084774, HmacSHA256", "1111111109, 25091201, HmacSHA512",
        "1111111111, 14050471, HmacSHA1", "1111111111, 67062674, HmacSHA256", "1111111111, 99943326, HmacSHA512",
        "1234567890, 89005924, HmacSHA1", "1234567890, 91819424, HmacSHA256", "1234567890, 93441116, HmacSHA512",
        "2000000000, 69279037, HmacSHA1", "2000000000, 90698825, HmacSHA256", "2000000000, 38618901, HmacSHA512",
        "20000000000, 65353130, HmacSHA1", "20000000000, 77737706, HmacSHA256", "20000000000, 47863826, HmacSHA512"
    })
    void vectorsOfRfc6238(long second, String code, String hmac) {
        int length = hmac.equals("HmacSHA1") ? 20 : hmac.equals("HmacSHA256") ? 32 : 64;
        byte[] seed = "1234567890".repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);
        assertEquals(code, OneTimeCodes.at(OneTimeCodes.stepAt(Instant.ofEpochSecond(second)), seed, 8, hmac));
    }

    /** RFC 4226, appendix D: what the codes by time are made of, in six digits. */
    @ParameterizedTest
    @CsvSource({
        "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
        "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
    })
    void vectorsOfRfc4226(long count, String code) {
        assertEquals(code, OneTimeCodes.at(count, SEED, 6, "HmacSHA1"));
    }

    @Test
    void aClockMayBeOneStepOffAndNoMore() {
        assertEquals(OptionalLong.of(STEP), OneTimeCodes.stepOf(code(0), SEED, NOW, 0));
        assertEquals(OptionalLong.of(STEP - 1), OneTimeCodes.stepOf(code(-1), SEED, NOW, 0));
        assertEquals(OptionalLong.of(STEP + 1), OneTimeCodes.stepOf(code(1), SEED, NOW, 0));
        assertEquals(OptionalLong.empty(), OneTimeCodes.stepOf(code(-2), SEED, NOW, 0));
        assertEquals(OptionalLong.empty(), OneTimeCodes.stepOf(code(2), SEED, NOW, 0));
    }

    @Test
    void aStepThatWasUsedAndThoseBeforeItAreNeverTakenAgain() {
        assertEquals(OptionalLong.empty(), OneTimeCodes.stepOf(code(0), SEED, NOW, STEP));
        assertEquals(OptionalLong.empty(), OneTimeCodes.stepOf(code(-1), SEED, NOW, STEP));
        assertEquals(OptionalLong.of(STEP + 1), OneTimeCodes.stepOf(code(1), SEED, NOW, STEP));
    }

    @Test
    void whatIsNoCodeIsNotRight() {
        for (String no : new String[] {"", "0", "000000", "00000" + code(0), code(0) + " ", "०५०४७१", "\u0000"}) {
            assertEquals(OptionalLong.empty(), OneTimeCodes.stepOf(no, SEED, NOW, 0), no);
        }
    }

    private static String code(int stepsOff) {
        return OneTimeCodes.at(STEP + stepsOff, SEED, 6, "HmacSHA1");
    }
}
