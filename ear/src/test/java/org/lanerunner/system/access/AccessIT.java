package org.lanerunner.system.access;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lanerunner.system.AccessWorld;
import org.lanerunner.system.Answer;
import org.lanerunner.system.FeatureParts;
import org.lanerunner.system.OpenApiIT;
import org.lanerunner.system.Person;
import org.lanerunner.system.SystemTest;

/**
 * Asks every endpoint of the running document as every role, about a thing that is its own organisation's, its party's, the market's or a stranger's, and
 * compares with docs/security/access.md. What it found is written to ear/target/access-found.md, to look at when the two differ.
 */
@SystemTest
class AccessIT {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final AccessWorld world = new AccessWorld();
    private final FeatureParts<Questions> features = new FeatureParts<>(Questions.class, world);

    private final Set<String> ofTheContent = features.all().stream()
            .flatMap(feature -> feature.ofTheContent().stream())
            .collect(toSet());

    @Test
    void everyRoleGetsAtEveryEndpointWhatTheTableSays() throws Exception {
        List<AccessTable.Row> found = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String call : calls()) {
            String method = call.substring(0, call.indexOf(' '));
            String path = call.substring(call.indexOf(' ') + 1);
            features.of(path)
                    .ifPresentOrElse(
                            feature -> feature.of(method, path).stream()
                                    .map(question -> new AccessTable.Row(
                                            call, question.whose(), ask(feature, call, method, question)))
                                    .forEach(found::add),
                            () -> wrong.add(call + ": no feature's Questions know how to ask it"));
        }
        found.addAll(new LiveAccess(world, features).rows());
        AccessTable actual = new AccessTable(found);
        Path home = Path.of(System.getProperty("lanerunner.home"));
        Files.writeString(home.resolve("ear/target/access-found.md"), actual.text());
        compare(AccessTable.read(home.resolve("docs/security/access.md")), actual, wrong);
        assertTrue(
                wrong.isEmpty(),
                () -> "docs/security/access.md and the server differ (found: ear/target/access-found.md)\n"
                        + String.join("\n", wrong));
    }

    private List<String> ask(Questions feature, String call, String method, Questions.Question question) {
        List<String> cells = new ArrayList<>();
        for (String role : AccessWorld.ROLES) {
            Person person = question.as().as(role);
            cells.add(feature.askedElsewhere().contains(call) ? "yes" : cell(feature.send(method, question, person)));
        }
        return cells;
    }

    /** A refusal for another reason than who asks means that the asker may; so does a member that nobody is, told to who may manage members. */
    private String cell(Answer answer) {
        boolean refusedForWhoAsks = answer.status() == 401 || answer.status() == 403 || answer.status() == 404;
        if (answer.status() >= 500) {
            return "500!";
        }
        return refusedForWhoAsks && !ofTheContent.contains(String.valueOf(answer.text("type")))
                ? String.valueOf(answer.status())
                : "yes";
    }

    private static void compare(AccessTable kept, AccessTable actual, List<String> wrong) {
        Map<String, AccessTable.Row> keptRows = new LinkedHashMap<>();
        kept.rows().forEach(row -> keptRows.put(row.key(), row));
        Set<String> asked = new HashSet<>();
        for (AccessTable.Row row : actual.rows()) {
            asked.add(row.key());
            AccessTable.Row wanted = keptRows.get(row.key());
            if (wanted == null) {
                wrong.add(row.key() + " has no row");
            } else if (!wanted.cells().equals(row.cells())) {
                for (int i = 0; i < AccessWorld.ROLES.size(); i++) {
                    if (!wanted.cells().get(i).equals(row.cells().get(i))) {
                        wrong.add(row.key() + " as " + AccessWorld.ROLES.get(i) + ": table "
                                + wanted.cells().get(i) + ", server "
                                + row.cells().get(i));
                    }
                }
            }
        }
        keptRows.keySet().stream()
                .filter(key -> !asked.contains(key))
                .forEach(key -> wrong.add(key + " has a row but is not there"));
    }

    private static List<String> calls() {
        List<String> calls = new ArrayList<>();
        JsonNode paths = OpenApiIT.document().path("paths");
        paths.fields().forEachRemaining(path -> METHODS.stream()
                .filter(path.getValue()::has)
                .forEach(method -> calls.add(method.toUpperCase() + " " + path.getKey())));
        return calls;
    }
}
