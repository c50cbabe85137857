package org.lanerunner.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After each system test: every event that it published fits the schema of its type and version. */
final class EventsFitTheirSchemas implements AfterAllCallback {

    /** Where the schemas of all features lie, as the build found them. */
    private static final String INDEX = "/org/lanerunner/events/schemas.index";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, JsonSchema> KNOWN = new HashMap<>();
    private static UUID lastSeen = new UUID(0, 0);

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        List<String> wrong = checkNew();
        if (!wrong.isEmpty()) {
            throw new AssertionError("events that do not fit their schemas: " + wrong);
        }
    }

    private static synchronized List<String> checkNew() throws SQLException, IOException {
        List<String> wrong = new ArrayList<>();
        try (Connection connection = TestServer.connectAsServer();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT id, type, version, data FROM events.event WHERE id > ? ORDER BY id")) {
            query.setObject(1, lastSeen);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    lastSeen = row.getObject("id", UUID.class);
                    String name = row.getString("type") + ".v" + row.getInt("version");
                    ObjectNode event = JSON.createObjectNode().put("type", "lanerunner." + name);
                    event.set("data", readTree(row.getString("data")));
                    Set<ValidationMessage> found = schema(name).validate(event);
                    if (!found.isEmpty()) {
                        wrong.add(name + " " + found + " in " + event);
                    }
                }
            }
        }
        return wrong;
    }

    private static JsonNode readTree(String text) throws IOException {
        return JSON.readTree(text);
    }

    private static JsonSchema schema(String name) {
        return KNOWN.computeIfAbsent(name, any -> {
            try (InputStream file = resource("/" + pathOf(name + ".json"))) {
                return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(file);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private static String pathOf(String file) throws IOException {
        try (InputStream index = resource(INDEX)) {
            return new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(path -> path.endsWith("/" + file))
                    .findAny()
                    .orElseThrow(() -> new AssertionError("no feature has " + file));
        }
    }

    private static InputStream resource(String path) {
        return EventsFitTheirSchemas.class.getResourceAsStream(path);
    }
}
