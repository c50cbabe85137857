package org.lanerunner.shared.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;

class JsonBodyTest {

    enum Colour {
        RED,
        GREEN
    }

    record Line(String sku, int count) {}

    record Order(String name, Colour colour, Double weight, Instant at, LocalDateTime local, List<Line> lines) {}

    @Test
    void wholeBodyIsBound() {
        Order order = read(
                "{\"name\":\"a\",\"colour\":\"RED\",\"weight\":1.5,\"at\":\"2026-11-23T08:00:00+01:00\",\"local\":\"2026-11-23T08:00\",\"lines\":[{\"sku\":\"x\",\"count\":2}]}");
        assertEquals(Instant.parse("2026-11-23T07:00:00Z"), order.at());
        assertEquals(new Line("x", 2), order.lines().get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "{} x",
                "{}{}",
                "nul",
                "{\"name\":'a'}",
                "{\"name\":\"a\",}",
                "{\"weight\":NaN}",
                "{\"weight\":01}"
            })
    void syntaxIsJudgedFirst(String body) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(body));
        assertEquals("request/malformed", refusal.slug());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":1} | /name",
                "{\"colour\":\"BLUE\"} | /colour",
                "{\"colour\":0} | /colour",
                "{\"colour\":\"\"} | /colour",
                "{\"weight\":\"1.5\"} | /weight",
                "{\"weight\":1e400} | /weight",
                "{\"weight\":1e2147483648} | /weight",
                "{\"weight\":1e-2147483649} | /weight",
                "{\"weight\":1E+99999999999999999999} | /weight",
                "{\"weight\":0e2147483647} | /weight",
                "{\"weight\":1e401} | /weight",
                "{\"lines\":[{\"count\":1e1000000}]} | /lines/0/count",
                "{\"other\":[[1],[1,1e2147483648]]} | /other/1/1",
                "{\"at\":1700000000} | /at",
                "{\"at\":\"2026-11-23\"} | /at",
                "{\"at\":\"+999999999-01-01T00:00:00Z\"} | /at",
                "{\"local\":[2026,11,23,8,0]} | /local",
                "{\"local\":\"2026-11-23T08:00:00Z\"} | /local",
                "{\"lines\":[{\"sku\":\"x\",\"count\":2},{\"sku\":\"y\",\"count\":2.5}]} | /lines/1/count",
                "{\"lines\":[{\"sku\":\"x\",\"count\":null}]} | /lines/0/count",
                "{\"lines\":{}} | /lines",
                "{\"other\":1} | /other",
                "{\"name\":\"a\",\"name\":\"b\"} | /name",
                "{\"lines\":[{\"sku\":\"a\\u0000b\"}]} | /lines/0/sku",
            })
    void meaningIsRefusedByPointer(String body, String pointer) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(body));
        assertEquals("request/invalid", refusal.slug());
        assertEquals(pointer, refusal.violations().get(0).pointer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "0.", "-1."})
    void numbersOfTooManyDigitsAreRefusedByPointer(String beginning) {
        for (int digits : new int[] {41, 1_000, 1_001, 100_000}) {
            String number = beginning.replaceAll("^\\.$", "1.") + "7".repeat(digits);
            Refusal refusal =
                    assertThrows(Refusal.class, () -> read("{\"lines\":[{\"sku\":\"x\",\"count\":" + number + "}]}"));
            assertEquals(Optional.of(Limit.NUMBER), refusal.limit());
            assertEquals(
                    "/lines/0/count", refusal.violations().get(0).pointer(), () -> digits + " digits: " + beginning);
        }
    }

    @Test
    void numbersAsManyProgramsWriteThemAreTaken() {
        assertEquals(1.0 / 3, read("{\"weight\":0." + "3".repeat(40) + "}").weight());
        assertEquals(1e-300, read("{\"weight\":1e-300}").weight());
        assertEquals(0.0, read("{\"weight\":0." + "0".repeat(400) + "}").weight());
        assertEquals(1e300, read("{\"weight\":1.0E+0300}").weight());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"at\":\"+999999999-12-31T00:00:00Z\"} | /at",
                "{\"at\":\"+999999999-12-31T23:59:59.999999999-18:00\"} | /at",
                "{\"at\":\"-5000-01-01T00:00:00Z\"} | /at",
                "{\"at\":\"+294277-01-01T00:00:00Z\"} | /at",
                "{\"at\":\"0000-01-01T00:00:00Z\"} | /at",
                "{\"local\":\"+999999999-12-31T00:00\"} | /local",
            })
    void timesThatNothingIsCarriedInAreRefusedByPointer(String body, String pointer) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(body));
        assertEquals(Optional.of(Limit.TIME), refusal.limit());
        assertEquals(pointer, refusal.violations().get(0).pointer());
    }

    @Test
    void refusalsOfValuesGetThePlaceTheyStandAt() {
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> JsonBody.read(
                        "{\"price\":{\"amount\":\"many\",\"currency\":\"USD\"}}".getBytes(StandardCharsets.UTF_8),
                        Priced.class));
        assertEquals("request/invalid", refusal.slug());
        assertEquals(
                true,
                refusal.violations().get(0).pointer().startsWith("/price"),
                refusal.violations().toString());
    }

    record Priced(org.lanerunner.shared.Money price) {}

    private static Order read(String body) {
        return JsonBody.read(body.getBytes(StandardCharsets.UTF_8), Order.class);
    }
}
