package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads that no decent client sends: refused before anything is deployed, with the connection, so that nothing is read as the next request. */
@SystemTest
class HeadsIT {

    private static final String CHUNKED_BODY = "2\r\n{}\r\n0\r\n\r\n";
    private static final String NEXT = "GET /api/version HTTP/1.1\r\nHost: x\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: \u000bchunked",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 12",
                "Content-Length: 12\r\nContent-Length: 12",
                "Content-Length: +12",
                "Content-Length: 12, 12",
                "Content-Length : 12"
            })
    void bodyWhoseEndCanBeReadInTwoWaysEndsTheConnection(String header) {
        try (RawHttp connection = new RawHttp("POST /api/auth/login HTTP/1.1\r\nHost: x\r\n"
                + "Content-Type: application/json\r\n" + header + "\r\n\r\n" + CHUNKED_BODY + NEXT)) {
            String answer = connection.answerAndEnd();
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertEquals(1, answer.split("HTTP/1.1 ", -1).length - 1, answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/loads/%",
                "/api/loads/%zz",
                "/api/loads/%ff",
                "/api/loads?status=%",
                "/api/loads?%=1",
                "/loads/%",
                "/ws/%"
            })
    void addressThatCanNotBeDecodedIsAProblemDocument(String address) {
        problem(400, "request/malformed", "GET " + address + " HTTP/1.1\r\n");
    }

    @Test
    void moreCookiesThanAnybodyNeedsAreRefusedAndTellNothingOfTheCode() {
        String cookies = "c=1" + "; c=1".repeat(200);
        for (String address : new String[] {"/api/version", "/"}) {
            try (RawHttp connection = new RawHttp("GET " + address
                    + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: " + cookies + "\r\n\r\n")) {
                String answer = connection.answerAndEnd();
                assertTrue(answer.startsWith("HTTP/1.1 431 "), answer);
                assertFalse(answer.contains("org."), answer);
            }
        }
    }

    @Test
    void tooManyParametersOrHeadersAreAProblemDocument() {
        problem(400, "request/malformed", "GET /api/loads?" + many("p%d=1", "&") + " HTTP/1.1\r\n");
        problem(431, "request/headers", "GET /api/loads HTTP/1.1\r\n" + many("X-%d: 1", "\r\n") + "\r\n");
        problem(431, "request/headers", "GET /api/loads HTTP/1.1\r\nX: " + "x".repeat(40_000) + "\r\n");
    }

    @Test
    void lengthBeyondAllNumbersIsTooLarge() {
        problem(
                413,
                "request/too-large",
                "POST /api/auth/login HTTP/1.1\r\nContent-Length: " + "9".repeat(23) + "\r\n");
    }

    @Test
    void tunnelsAreRefused() {
        problem(405, "request/method", "CONNECT elsewhere:80 HTTP/1.1\r\n");
    }

    private static void problem(int status, String type, String head) {
        try (RawHttp connection = new RawHttp(head + "Host: x\r\nConnection: close\r\n\r\n")) {
            String answer = connection.answerAndEnd();
            assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
            assertTrue(answer.contains("application/problem+json"), answer);
            assertTrue(answer.contains("\"type\":\"" + type + "\""), answer);
            assertTrue(answer.contains("X-Correlation-Id"), answer);
            assertTrue(answer.contains("nosniff"), answer);
        }
    }

    private static String many(String pattern, String between) {
        return IntStream.rangeClosed(0, 100).mapToObj(pattern::formatted).collect(Collectors.joining(between));
    }
}
