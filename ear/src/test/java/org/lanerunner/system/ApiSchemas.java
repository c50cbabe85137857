package org.lanerunner.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The schemas of the API's document, read as strictly as they are meant: an answer holds no field that the document doesn't name. */
public final class ApiSchemas {

    private final JsonNode document;
    private final ObjectNode strict;
    private final Map<JsonNode, JsonSchema> known = new ConcurrentHashMap<>();

    public ApiSchemas(JsonNode document) {
        this.document = document;
        strict = document.path("components").path("schemas").deepCopy();
        strict.forEach(ApiSchemas::tighten);
    }

    public JsonNode document() {
        return document;
    }

    /** What a reference leads to; anything else as it is. */
    public JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual() ? document.at(reference.asText().substring(1)) : node;
    }

    /** What is wrong with a body, empty where nothing is. */
    public String faults(JsonNode body, JsonNode schema) {
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
        properties.forEach(property -> {
            tighten(property);
            tighten(property.path("items"));
        });
    }
}
