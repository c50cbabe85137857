package org.lanerunner.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * One call of the API as its document describes it.
 *
 * @param path with its variables in braces
 * @param parameters those of query and header
 * @param mediaTypes what a body may be, empty where there is none
 * @param body the schema of the body, or null
 * @param answers the schema of each status' JSON by status; null where it has none
 * @param open whether it needs no token
 */
public record ApiOperation(
        String method,
        String path,
        List<Parameter> parameters,
        List<String> mediaTypes,
        JsonNode body,
        Map<Integer, JsonNode> answers,
        boolean open) {

    /** A parameter of query or header with its schema. */
    public record Parameter(String name, String in, JsonNode schema) {}

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** All of a document, in its order. */
    public static List<ApiOperation> of(ApiSchemas schemas) {
        List<ApiOperation> operations = new ArrayList<>();
        schemas.document().path("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(entry -> {
                    if (METHODS.contains(entry.getKey())) {
                        operations.add(of(entry.getKey(), path.getKey(), entry.getValue(), schemas));
                    }
                }));
        return operations;
    }

    private static ApiOperation of(String method, String path, JsonNode operation, ApiSchemas schemas) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            parameters.add(new Parameter(
                    parameter.path("name").asText(), parameter.path("in").asText(), parameter.path("schema")));
        }
        List<String> mediaTypes = new ArrayList<>();
        JsonNode content = operation.at("/requestBody/content");
        content.fieldNames().forEachRemaining(mediaTypes::add);
        Map<Integer, JsonNode> answers = new TreeMap<>();
        operation.path("responses").fields().forEachRemaining(response -> {
            if (!response.getKey().equals("default")) {
                answers.put(
                        Integer.valueOf(response.getKey()),
                        schemas.resolved(response.getValue()).at("/content/application~1json/schema"));
            }
        });
        boolean open = StreamSupport.stream(operation.path("security").spliterator(), false)
                .anyMatch(JsonNode::isEmpty);
        return new ApiOperation(
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                parameters,
                mediaTypes,
                mediaTypes.isEmpty() ? null : content.elements().next().path("schema"),
                answers,
                open);
    }

    public String name() {
        return method + " " + path;
    }

    public boolean takes(String in, String name) {
        return parameters.stream()
                .anyMatch(parameter ->
                        parameter.in().equals(in) && parameter.name().equals(name));
    }

    public boolean takesUpload() {
        return mediaTypes.contains("multipart/form-data");
    }

    @Override
    public String toString() {
        return name();
    }
}
