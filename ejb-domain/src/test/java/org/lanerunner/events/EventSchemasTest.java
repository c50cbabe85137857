package org.lanerunner.events;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanerunner.shared.Caller;

/** Every type has a schema that lets no text through, and a kept sample of every version still fits its schema and still reads. */
class EventSchemasTest {

    private static final Caller SYSTEM = Caller.system(UUID.randomUUID());

    /** Of each feature: its schemas and samples lie in its own folder {@code events}. */
    private static final Map<String, Path> SCHEMAS = files("src/main/resources/org/lanerunner");

    private static final Map<String, Path> SAMPLES = files("src/test/resources/org/lanerunner");
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<String> types() {
        return SCHEMAS.keySet().stream()
                .filter(name -> !name.startsWith("envelope."))
                .toList();
    }

    @Test
    void everyTypeHasASampleAndEverySampleASchema() {
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
    static List<String> samples() {
        return List.copyOf(SAMPLES.keySet());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sampleFitsItsSchemaAndReads(String file) throws IOException {
        String text = Files.readString(SAMPLES.get(file));
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
        holdsOnlyWhatMayStay(file, JSON.readTree(SCHEMAS.get(file).toFile()).at("/properties/data"));
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
        assertEquals(SCHEMAS.get(file), Path.of("src/main/resources", type.schema()));
        assertTrue(SCHEMAS.get(file).toString().contains("/events/" + type.family() + "/"), type.topic());
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
        return factory.getSchema(Files.readString(SCHEMAS.get(file)));
    }

    /** By name, of all features' folders of events. */
    private static Map<String, Path> files(String resources) {
        try (Stream<Path> files = Files.find(Path.of(resources), Integer.MAX_VALUE, (path, any) -> path.toString()
                .matches(".*/\\w+/events/.*\\.json"))) {
            return files.collect(toMap(
                    path -> path.getFileName().toString(),
                    path -> path,
                    (one, other) -> fail(one + " and " + other + " have one name"),
                    TreeMap::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
