package org.lanerunner.system;

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

/**
 * Asks every endpoint of the running document as every role, about a thing that is its own organisation's, its party's, the market's or a stranger's, and
 * compares with docs/security/access.md. What it found is written to ear/target/access-found.md, to look at when the two differ.
 */
@SystemTest
class AccessIT {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    /** Signing out ends the session that the next question needs; both calls are open to everybody and AccountsIT tries them. */
    private static final Set<String> ASKED_ELSEWHERE =
            Set.of("POST /api/auth/logout", "POST /api/auth/invitations/accept");

    @Test
    void everyRoleGetsAtEveryEndpointWhatTheTableSays() throws Exception {
        AccessWorld world = new AccessWorld();
        AccessQuestions questions = new AccessQuestions(world);
        List<AccessTable.Row> found = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String call : calls()) {
            List<AccessQuestions.Question> known = questions.of(call);
            if (known.isEmpty()) {
                wrong.add(call + ": AccessQuestions does not know how to ask it");
            }
            known.forEach(question -> found.add(new AccessTable.Row(call, question.whose(), ask(call, question))));
        }
        found.addAll(new LiveAccess(world).rows());
        AccessTable actual = new AccessTable(found);
        Path home = Path.of(System.getProperty("lanerunner.home"));
        Files.writeString(home.resolve("ear/target/access-found.md"), actual.text());
        compare(AccessTable.read(home.resolve("docs/security/access.md")), actual, wrong);
        assertTrue(
                wrong.isEmpty(),
                () -> "docs/security/access.md and the server differ (found: ear/target/access-found.md)\n"
                        + String.join("\n", wrong));
    }

    private static List<String> ask(String call, AccessQuestions.Question question) {
        List<String> cells = new ArrayList<>();
        for (String role : AccessWorld.ROLES) {
            Person person = question.as().as(role);
            cells.add(ASKED_ELSEWHERE.contains(call) ? "yes" : cell(send(call, question, person)));
        }
        return cells;
    }

    private static Answer send(String call, AccessQuestions.Question question, Person person) {
        String method = call.substring(0, call.indexOf(' '));
        if (call.equals("POST /api/sms/{id}/status")) {
            return Rest.call(
                    method,
                    question.path(),
                    SmsProvider.FORM,
                    person == null ? null : person.accessToken(),
                    "Content-Type",
                    "application/x-www-form-urlencoded");
        }
        if (call.equals("POST /api/me/profile/avatar")) {
            return Upload.png(question.path(), null, person);
        }
        if (call.equals("POST /api/documents")) {
            return Upload.png(question.path(), question.body(), person);
        }
        String token = person == null ? null : person.accessToken();
        return Rest.call(
                method,
                question.path(),
                method.equals("GET") ? null : question.body(),
                token,
                "If-Match",
                "\"999999\"");
    }

    /** A refusal for another reason than who asks means that the asker may; so does a member that nobody is, told to who may manage members. */
    private static String cell(Answer answer) {
        boolean refusedForWhoAsks = answer.status() == 401 || answer.status() == 403 || answer.status() == 404;
        boolean ofTheContent = Set.of(
                        "members/not-found",
                        "roles/not-found",
                        "ownership-offers/not-found",
                        "invitations/not-found",
                        "sessions/not-found",
                        "logins/not-found",
                        "passkeys/not-found",
                        "avatars/not-found",
                        "api-keys/not-found",
                        "due-items/not-found",
                        "deliveries/not-found",
                        "registrations/not-found",
                        "mail-links/not-found",
                        "people/not-found",
                        "identity/wrong-credentials",
                        "identity/refresh-refused",
                        "admin-setup/not-found")
                .contains(String.valueOf(answer.text("type")));
        if (answer.status() >= 500) {
            return "500!";
        }
        return refusedForWhoAsks && !ofTheContent ? String.valueOf(answer.status()) : "yes";
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
