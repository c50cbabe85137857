package org.lanerunner.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsContentTest {

    @ParameterizedTest
    @CsvSource({
        "a, 160, 1",
        "a, 161, 2",
        "a, 306, 2",
        "a, 307, 3",
        "€, 80, 1",
        "€, 81, 2",
        "ü, 160, 1",
        "ж, 70, 1",
        "ж, 71, 2",
        "ж, 134, 2",
        "ж, 135, 3",
        "😀, 35, 1",
        "😀, 36, 2",
        "`, 71, 2"
    })
    void segmentsAreCountedAsTheNetworkDoes(String one, int times, int segments) {
        assertEquals(segments, new SmsContent(one.repeat(times)).segments());
    }

    @Test
    void whatFitsStaysAsItIs() {
        assertEquals("a".repeat(306), SmsContent.of("a".repeat(306)).text());
    }

    @ParameterizedTest
    @CsvSource({"a, 306", "ж, 134", "😀, 133"})
    void noMessageTakesMoreThanTwo(String one, int length) {
        SmsContent content = SmsContent.of(one.repeat(2000));
        assertEquals(2, content.segments());
        assertTrue(content.text().endsWith("..."));
        assertEquals(length, content.text().length());
    }
}
