package org.lanerunner.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanerunner.shared.Caller;

/** Every type has a schema that lets no text through, and a kept sample of every version still fits its schema and still reads. */
class EventSchemasTest {

    private static final Caller SYSTEM = Caller.system(UUID.randomUUID());

    private static final Path SCHEMAS = Path.of("src/main/resources/org/lanerunner/events/schemas");
    private static final Path SAMPLES = Path.of("src/test/resources/org/lanerunner/events/samples");
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<String> types() throws IOException {
        return names(SCHEMAS).filter(name -> !name.startsWith("envelope.")).toList();
    }

    @Test
    void everyTypeHasASampleAndEverySampleASchema() throws IOException {
        assertEquals(
                types(),
                samples().stream()
                        .map(EventSchemasTest::schemaOf)
                        .distinct()
                        .sorted()
                        .toList());
        assertFalse(types().isEmpty());
    }

    /** A later one of the same version has a word behind it, such as {@code load.posted.v1-whole.json}: it tells what the first did not know yet. */
    static List<String> samples() throws IOException {
        return names(SAMPLES).toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sampleFitsItsSchemaAndReads(String file) throws IOException {
        String text = Files.readString(SAMPLES.resolve(file));
        JsonNode sample = JSON.readTree(text);
        assertEquals(Set.of(), schema("envelope.v1.json").validate(sample), file);
        assertEquals(Set.of(), schema(schemaOf(file)).validate(sample), file);
        ReceivedEvent read = ReceivedEvent.of(text);
        assertEquals(schemaOf(file), read.type() + ".v" + read.version() + ".json");
        assertEquals(sample.get("data"), read.data());
    }

    private static String schemaOf(String sample) {
        return sample.replaceFirst("(\\.v\\d+)-\\w+(?=\\.json$)", "$1");
    }

    @ParameterizedTest
    @MethodSource("types")
    void dataHoldOnlyWhatMayStayForEver(String file) throws IOException {
        holdsOnlyWhatMayStay(file, JSON.readTree(SCHEMAS.resolve(file).toFile()).at("/properties/data"));
    }

    private static void holdsOnlyWhatMayStay(String file, JsonNode data) {
        assertFalse(data.get("additionalProperties").asBoolean(true), file + " lets unknown fields through");
        data.get("properties")
                .fields()
                .forEachRemaining(
                        field -> assertTrue(harmless(field.getValue()), file + " has free text in " + field.getKey()));
        data.get("properties")
                .fieldNames()
                .forEachRemaining(name -> assertFalse(
                        name.matches("(?i).*(name|mail|phone|address|latitude|longitude|reason|notes|plate).*"),
                        file + " has " + name));
    }

    @ParameterizedTest
    @MethodSource("types")
    void typeGoesToItsFamilysTopic(String file) {
        EventType type = EventType.of(file.substring(0, file.indexOf(".v1.json")));
        assertTrue(type.topic().matches("(user|load|trip|booking|payment|location|document)\\.events"), type.topic());
        assertEquals("lanerunner." + file.replace(".json", ""), type.cloudEventsType());
    }

    @Test
    void publishedEventFitsTheEnvelope() throws IOException {
        DomainEvent event = DomainEvent.of("load.expired", UUID.randomUUID())
                .with("loadId", UUID.randomUUID())
                .readableBy(UUID.randomUUID(), UUID.randomUUID());
        JsonNode wire = JSON.valueToTree(CloudEvent.of(SYSTEM, event, java.time.Instant.now(), "c-1"));
        ((com.fasterxml.jackson.databind.node.ObjectNode) wire).put("sequence", "000000000001");
        assertEquals(Set.of(), schema("envelope.v1.json").validate(wire));
        assertEquals(Set.of(), schema("load.expired.v1.json").validate(wire));
    }

    private static boolean harmless(JsonNode schema) {
        return switch (schema.get("type").asText()) {
            case "integer", "number", "boolean" -> true;
            case "string" -> schema.has("pattern") || schema.has("format") || schema.has("enum");
            case "array" -> harmless(schema.get("items"));
            default -> {
                holdsOnlyWhatMayStay("an object", schema);
                yield true;
            }
        };
    }

    private static JsonSchema schema(String file) throws IOException {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        return factory.getSchema(Files.readString(SCHEMAS.resolve(file)));
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }
}
