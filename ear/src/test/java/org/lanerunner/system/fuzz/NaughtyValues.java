package org.lanerunner.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lanerunner.system.Rest;

/** Values that nobody expects where they stand: numbers at and beyond every boundary, texts of every kind, structures too large and too deep. */
final class NaughtyValues {

    /** As they are written, since no type of Java holds them all; some are no JSON. */
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-1",
            "1",
            "0.5",
            "-0.0000001",
            "90.0000001",
            "180.5",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "123456789012345678901234567890",
            "1e15",
            "1e308",
            "1e400",
            "-1e400",
            "1e-400",
            "1e2147483648",
            "1e-2147483648",
            "1e99999999999",
            "9".repeat(500),
            "0." + "1".repeat(1500),
            "NaN",
            "-Infinity",
            "+1",
            "0x10");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "-1",
            "1e9",
            "1E400",
            "1e2147483648",
            "NaN",
            "0.001",
            "1,00",
            "99999999999999999999",
            "\uFF11\uFF12",
            "a\u0000b",
            "../../etc/passwd",
            "'; DROP TABLE loads.load; --",
            "<script>alert(1)</script>",
            "\u202Eright to left",
            "00000000-0000-0000-0000-000000000000",
            "00000000-0000-0000-0000-00000000000g",
            "1-1-1-1-1",
            "city:1",
            "city:-9223372036854775809",
            "USD",
            "usd",
            "2026-02-30",
            "2026-02-28T25:00",
            "0000-01-01T00:00",
            "-0001-01-01T00:00:00Z",
            "9999-12-31T23:59",
            "+10000-01-01T00:00:00Z",
            "+294277-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59.999999999Z",
            "-999999999-01-01T00:00",
            "2026-11-01T01:30",
            "2026-03-08T02:30",
            "2026-11-26T08:00:00+25:00",
            "x".repeat(300),
            "\u00E4".repeat(5_000),
            "x@y".repeat(40_000));

    private static final int MANY = 2_000;
    private static final List<Integer> DEPTHS = List.of(20, 100, 600);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<String> texts = new ArrayList<>(TEXTS);

    NaughtyValues() {
        try (InputStream list = NaughtyValues.class.getResourceAsStream("/bad_input/blns.json")) {
            Rest.JSON.readTree(list).forEach(text -> texts.add(text.asText()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String text(Random random) {
        return texts.get(random.nextInt(random.nextBoolean() ? TEXTS.size() : texts.size()));
    }

    JsonNode value(Random random) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> raw(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 3, 4, 5 -> JSON.textNode(text(random));
            case 6 ->
                raw(List.of("null", "true", "false", "\"\\ud800\"", "\"\\u0000\"")
                        .get(random.nextInt(5)));
            case 7 -> JSON.objectNode();
            case 8 -> JSON.arrayNode();
            default -> structure(random);
        };
    }

    private JsonNode structure(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> {
                ArrayNode many = JSON.arrayNode();
                JsonNode one = value(new Random(random.nextInt(6)));
                for (int i = 0; i < MANY; i++) {
                    many.add(one);
                }
                yield many;
            }
            case 1 -> {
                ObjectNode wide = JSON.objectNode();
                for (int i = 0; i < MANY; i++) {
                    wide.put("k" + i, i);
                }
                yield wide;
            }
            default -> {
                int depth = DEPTHS.get(random.nextInt(DEPTHS.size()));
                yield raw("[".repeat(depth) + "]".repeat(depth));
            }
        };
    }

    private static JsonNode raw(String json) {
        return JSON.rawValueNode(new RawValue(json));
    }
}
