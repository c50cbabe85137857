package org.lanerunner.shared.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
