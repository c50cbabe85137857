package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks is known before anything of the body is: where a token is needed, none and a bad one are 401, whatever the body is. */
@SystemTest
class AuthenticationIT {

    private static final String NO_JSON = "{\"kind\": ";
    private static final Set<String> WITH_BODY = Set.of("post", "put", "patch");

    /** Neither whole nor of the announced length. */
    private static final String FORM_HEAD =
            "POST /api/documents HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n";

    @Test
    void withoutATokenNoBodyIsLookedAt() {
        List<String> wrong = new ArrayList<>();
        JsonNode paths = OpenApiIT.document().path("paths");
        paths.fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
            boolean needsToken = operation.getValue().path("security").isMissingNode();
            boolean json =
                    operation.getValue().path("requestBody").path("content").has("application/json");
            if (needsToken && json && WITH_BODY.contains(operation.getKey())) {
                String address = path.getKey().replaceAll("\\{[a-zA-Z]+}", "00000000-0000-0000-0000-000000000007");
                String method = operation.getKey().toUpperCase();
                int status = Rest.call(method, address, NO_JSON, null, "Idempotency-Key", "key")
                        .status();
                if (status != 401) {
                    wrong.add(method + " " + address + ": " + status);
                }
            }
        }));
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "a.b.c", ""})
    void withATokenThatIsNoneNoBodyIsLookedAt(String token) {
        Rest.call("POST", "/api/loads", NO_JSON, token).expect(401);
    }

    @Test
    void withTheTokenOfAnEndedSessionNoBodyIsLookedAt() {
        Person gone = People.shipper();
        String token = gone.accessToken();
        Rest.call("POST", "/api/auth/logout", null, token).expect(204);
        Rest.call("POST", "/api/loads", NO_JSON, token).expect(401, "identity/session-ended");
        Rest.call("POST", "/api/loads", "x".repeat(900_000), token).expect(401, "identity/session-ended");
    }

    @Test
    void whoMayNotIsToldSoByTheUseCase() {
        Person office = People.member(People.shipper(), "OFFICE");
        String problem = Rest.post("/api/loads", object(), office)
                .expect(403, "request/forbidden")
                .text("detail");
        assertTrue(problem.contains("loads.post"), problem);
        Rest.post("/api/loads", NO_JSON, office).expect(400, "request/malformed");
    }

    @Test
    void anUnknownAddressIsNotFoundWhoeverAsks() {
        Rest.call("POST", "/api/nothing-here", NO_JSON, null).expect(404, "request/not-found");
        Rest.call("POST", "/api/nothing-here", NO_JSON, "none").expect(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 9000000\r\n\r\n",
                "Content-Length: 90000000000\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n5\r\n--b\r\n\r\n",
            })
    void aFileIsNotWaitedForWithoutAToken(String rest) {
        assertRefusedAtOnce(FORM_HEAD + rest);
        assertRefusedAtOnce(FORM_HEAD.replace("/api/documents", "/api/auth/login") + rest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 900000\r\n\r\n", "Content-Length: 900000\r\nExpect: 100-continue\r\n\r\n"})
    void aLargeBodyIsNotWaitedForWithoutAToken(String rest) {
        assertRefusedAtOnce("POST /api/loads HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + rest);
    }

    /** Before the window of a slow body is over, which would be 408. */
    private static void assertRefusedAtOnce(String request) {
        try (RawHttp connection = new RawHttp(request)) {
            String answer = connection.answer();
            assertTrue(answer.startsWith("HTTP/1.1 401 "), answer);
            assertTrue(answer.contains("application/problem+json"), answer);
            assertTrue(answer.contains("request/unauthenticated"), answer);
        }
    }
}
