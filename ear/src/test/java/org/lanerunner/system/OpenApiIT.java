package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server serves the kept document; that this one is what the classes say {@code ApiDocumentTest} of the module rest-api sees to, which also makes it anew. */
@SystemTest
public class OpenApiIT {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    @Test
    void keptDocumentIsTheRunningOne() throws Exception {
        Path kept = Path.of(System.getProperty("lanerunner.home"), "docs/api/openapi.json");
        assertEquals(Rest.JSON.readTree(kept.toFile()), document());
    }

    /** Who does not say what they want gets YAML, which any JSON is. */
    @ParameterizedTest
    @CsvSource({
        "/api/openapi, */*, application/yaml",
        "/api/openapi, application/yaml, application/yaml",
        "/api/openapi, application/json, application/json",
        "/api/openapi?format=JSON, */*, application/json",
        "/openapi, */*, application/yaml"
    })
    void documentIsJsonAndYaml(String path, String asked, String given) {
        Answer answer = Rest.call("GET", path, null, null, "Accept", asked).expect(200);
        assertEquals(given, answer.header("Content-Type").replaceFirst(";.*", ""));
    }

    @Test
    void everyOperationSaysWhatItDoesAndAnswers() {
        List<String> wrong = new ArrayList<>();
        document().path("paths").fields().forEachRemaining(path -> METHODS.stream()
                .filter(path.getValue()::has)
                .forEach(method -> {
                    JsonNode operation = path.getValue().path(method);
                    String name = method.toUpperCase() + " " + path.getKey();
                    if (operation.path("summary").asText().isBlank()) {
                        wrong.add(name + " has no summary");
                    }
                    if (operation.path("tags").size() != 1) {
                        wrong.add(name + " has not one tag");
                    }
                    boolean answers = false;
                    for (var statuses = operation.path("responses").fieldNames(); statuses.hasNext(); ) {
                        String status = statuses.next();
                        // a link that is opened leads on
                        answers |= status.startsWith("2") || status.equals("303");
                    }
                    if (!answers) {
                        wrong.add(name + " names no success");
                    }
                    path.getKey().lines().filter(text -> text.contains("{")).forEach(text -> {
                        if (!operation.path("parameters").toString().contains("\"in\":\"path\"")) {
                            wrong.add(name + " does not describe its path parameter");
                        }
                    });
                }));
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    }

    /** Which may be refused for want of a token, what it is about, or room; "anything else" says nothing. */
    @Test
    void everyOperationNamesItsRefusals() {
        JsonNode document = document();
        List<String> wrong = new ArrayList<>();
        document.path("paths").fields().forEachRemaining(path -> METHODS.stream()
                .filter(path.getValue()::has)
                .forEach(method -> {
                    JsonNode responses = path.getValue().path(method).path("responses");
                    boolean named = responses.has("401") && responses.has("503") && !responses.has("default");
                    boolean found = !path.getKey().contains("{") || responses.has("404");
                    if (!named || !found) {
                        wrong.add(method + " " + path.getKey());
                    }
                }));
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonNode document = document();
        for (String reference : document.findValuesAsText("$ref")) {
            assertTrue(!document.at(reference.substring(1)).isMissingNode(), reference);
        }
    }

    @Test
    void pageForPeopleAsksNobodyElse() {
        for (String path : List.of("/api/docs", "/api/docs/page.js", "/api/docs/page.css")) {
            HttpRequest request = HttpRequest.newBuilder(Rest.address(path)).build();
            Answer answer = Rest.send(request).expect(200);
            assertTrue(answer.header("Content-Security-Policy").contains("default-src 'self'"));
        }
    }

    public static JsonNode document() {
        return Rest.call("GET", "/api/openapi", null, null, "Accept", "application/json")
                .expect(200)
                .body();
    }
}
