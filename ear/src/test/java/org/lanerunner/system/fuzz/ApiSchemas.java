package org.lanerunner.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The schemas of the API's document, read as strictly as they are meant: an answer holds no field that the document doesn't name, and only what is not
 * required may be null.
 */
final class ApiSchemas {

    private final JsonNode document;
    private final ObjectNode strict;
    private final Map<JsonNode, JsonSchema> known = new HashMap<>();

    ApiSchemas(JsonNode document) {
        this.document = document;
        strict = document.path("components").path("schemas").deepCopy();
        strict.forEach(ApiSchemas::tighten);
    }

    JsonNode document() {
        return document;
    }

    /** What a reference leads to; anything else as it is. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual() ? document.at(reference.asText().substring(1)) : node;
    }

    /** What is wrong with a body, empty where nothing is. */
    String faults(JsonNode body, JsonNode schema) {
        Set<ValidationMessage> found =
                known.computeIfAbsent(schema, this::compiled).validate(body);
        return found.stream().map(ValidationMessage::getMessage).limit(5).collect(Collectors.joining("; "));
    }

    private JsonSchema compiled(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.putObject("components").set("schemas", strict);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
    }

    private static void tighten(JsonNode schema) {
        JsonNode properties = schema.path("properties");
        if (!properties.isObject() || schema.has("additionalProperties")) {
            return;
        }
        ((ObjectNode) schema).put("additionalProperties", false);
        Set<String> required = new java.util.HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        properties.fields().forEachRemaining(property -> {
            tighten(property.getValue());
            tighten(property.getValue().path("items"));
            if (!required.contains(property.getKey())) {
                property.setValue(orNull(property.getValue()));
            }
        });
    }

    private static JsonNode orNull(JsonNode schema) {
        ObjectNode either = ((ObjectNode) schema).objectNode();
        ArrayNode choices = either.putArray("anyOf");
        choices.add(schema);
        choices.addObject().put("type", "null");
        return either;
    }
}
