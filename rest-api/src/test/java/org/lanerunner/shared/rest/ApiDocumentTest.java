package org.lanerunner.shared.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.Caller;

/**
 * The kept document, which the server serves and the portal's types are made from, is what the classes say: the library that would make it in the server makes
 * it here, once a build instead of at each start. After a change of the API:
 * {@code mvn test -pl rest-api -am -Dtest=ApiDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dopenapi.refresh=true}, and look at the difference.
 */
class ApiDocumentTest {

    private static final Path KEPT = Path.of("..", "docs", "api", "openapi.json");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Test
    void keptDocumentIsWhatTheClassesSay() throws Exception {
        JsonNode made = made();
        if (Boolean.getBoolean("openapi.refresh")) {
            Files.writeString(KEPT, JSON.writeValueAsString(made) + "\n");
        }
        assertEquals(
                JSON.readTree(KEPT.toFile()),
                made,
                "docs/api/openapi.json is not what the classes say; this class says how to refresh it");
    }

    private static JsonNode made() throws IOException, URISyntaxException, ClassNotFoundException {
        Indexer indexer = new Indexer();
        for (Class<?> one : List.of(ApiApplication.class, Caller.class)) {
            index(
                    Path.of(one.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()),
                    indexer);
        }
        Index classes = indexer.complete();
        ObjectNode document = (ObjectNode) JSON.readTree(SmallRyeOpenAPI.builder()
                .withConfig(new SmallRyeConfigBuilder().build())
                .withIndex(classes)
                .withContextRootResolver(resources -> "/api")
                .enableStandardStaticFiles(false)
                .addFilter(new ApiDocument())
                .build()
                .toJSON());
        List<Class<?>> records = new ArrayList<>();
        for (ClassInfo one : classes.getKnownClasses()) {
            if (one.isRecord()) {
                records.add(Class.forName(one.name().toString(), false, ApiDocumentTest.class.getClassLoader()));
            }
        }
        DocumentedFields.tellIn(document, records);
        return document;
    }

    /** @param place a folder of classes, or a jar where the build has packed them already */
    private static void index(Path place, Indexer indexer) throws IOException {
        if (Files.isDirectory(place)) {
            indexAll(place, indexer);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            indexAll(jar.getPath("/"), indexer);
        }
    }

    private static void indexAll(Path folder, Indexer indexer) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                try (InputStream bytes = Files.newInputStream(file)) {
                    indexer.index(bytes);
                }
            }
        }
    }
}
