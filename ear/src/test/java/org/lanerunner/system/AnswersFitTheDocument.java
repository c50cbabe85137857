package org.lanerunner.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each system test: every answer of the API that it was given is as the kept document says. What the document calls required was there, what it does not
 * call nullable was not null, and there was nothing else. Which statuses there may be {@code FuzzIT} looks at.
 */
final class AnswersFitTheDocument implements AfterAllCallback {

    private static final String PROBLEM = "application/problem+json";
    private static final Set<String> WRONG = new ConcurrentSkipListSet<>();

    /** The document is read when the first answer has come. */
    private static final class Document {
        static final ApiSchemas SCHEMAS = new ApiSchemas(kept());
        static final JsonNode REFUSAL =
                SCHEMAS.document().at("/components/responses/NotFound/content/application~1problem+json/schema");

        /** A path without variables goes before one that its last part would fit as well. */
        static final List<ApiOperation> OPERATIONS = ApiOperation.of(SCHEMAS).stream()
                .sorted(Comparator.comparing(operation -> operation.path().split("\\{").length))
                .toList();

        private static JsonNode kept() {
            try {
                return Rest.JSON.readTree(Path.of(System.getProperty("lanerunner.home"), "docs/api/openapi.json")
                        .toFile());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** Notes what is wrong with an answer of the tests' own server; others, such as older releases, have documents of their own. */
    static void look(HttpRequest request, Answer answer) {
        if (answer.body().isMissingNode()
                || request.uri().getPort() != TestServer.address().getPort()) {
            return;
        }
        of(request).ifPresent(operation -> {
            JsonNode schema =
                    isRefusal(answer) ? Document.REFUSAL : operation.answers().get(answer.status());
            String faults =
                    schema == null || schema.isMissingNode() ? "" : Document.SCHEMAS.faults(answer.body(), schema);
            if (!faults.isEmpty()) {
                WRONG.add(operation + " " + answer.status() + ": " + faults);
            }
        });
    }

    private static boolean isRefusal(Answer answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith(PROBLEM);
    }

    private static Optional<ApiOperation> of(HttpRequest request) {
        String[] parts = request.uri().getPath().split("/");
        return Document.OPERATIONS.stream()
                .filter(operation -> operation.method().equals(request.method()))
                .filter(operation -> fits(operation.path().split("/"), parts))
                .findFirst();
    }

    private static boolean fits(String[] template, String[] parts) {
        boolean fits = template.length == parts.length;
        for (int i = 0; fits && i < parts.length; i++) {
            fits = template[i].startsWith("{") || template[i].equals(parts[i]);
        }
        return fits;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Set<String> wrong = new TreeSet<>(WRONG);
        WRONG.removeAll(wrong);
        if (!wrong.isEmpty()) {
            throw new AssertionError(
                    "answers that are not as docs/api/openapi.json says:\n" + String.join("\n", wrong));
        }
    }
}
