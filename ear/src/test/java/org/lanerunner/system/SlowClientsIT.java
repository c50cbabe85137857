package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many who send a byte and no more, or do not read what they asked for: nobody else notices, and they are not waited for. */
@SystemTest
class SlowClientsIT {

    private static final int MORE_THAN_WORKERS = 20 * Runtime.getRuntime().availableProcessors();
    private static final int EACH = MORE_THAN_WORKERS / 2;
    private static final int HANG_UPS = 32;
    private static final int LARGE_BYTES = 10_000_000;
    private static final int SMALL_BUFFER_BYTES = 4 * 1024;

    @Test
    void bodiesThatDoNotComeHoldUpNobodyAndAreNotWaitedFor() {
        double before = counted("body-rate");
        List<RawHttp> still = new ArrayList<>();
        List<RawHttp> trickling = new ArrayList<>();
        try {
            for (int i = 0; i < EACH; i++) {
                still.add(login("Content-Length: 1000\r\n\r\n{"));
                still.add(new RawHttp("POST /api/documents HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer none\r\n"
                        + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000\r\n\r\n-"));
                trickling.add(login("Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"));
            }
            for (String path : List.of("/api/live", "/api/health", "/api/ready", "/api/version", "/")) {
                trickling.forEach(connection -> connection.trickle("1\r\n{\r\n"));
                Rest.call("GET", path, null, null).expect(200);
            }
            for (RawHttp connection : still) {
                String answer = connection.answerAndEnd();
                assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
                assertTrue(answer.contains("request/too-slow"), answer);
            }
            int all = still.size() + trickling.size();
            Eventually.get(() -> counted("body-rate") - before, count -> count >= all);
        } finally {
            still.forEach(RawHttp::close);
            trickling.forEach(RawHttp::close);
        }
    }

    @Test
    void answersThatAreNotReadHoldUpNobody() {
        Person reader = People.shipper();
        byte[] large = new byte[LARGE_BYTES];
        byte[] beginning = "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(beginning, 0, large, 0, beginning.length);
        String id = Upload.file(large, "large.pdf", null, reader).expect(201).text("id");
        String request = "GET /api/documents/" + id + "/content HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + reader.accessToken() + "\r\n\r\n";
        List<RawHttp> slow = new ArrayList<>();
        try {
            for (int i = 0; i < MORE_THAN_WORKERS; i++) {
                slow.add(new RawHttp(request, SMALL_BUFFER_BYTES));
            }
            Rest.call("GET", "/api/live", null, null).expect(200);
            Rest.call("GET", "/api/version", null, null).expect(200);
            Eventually.get(() -> counted("answer-rate"), count -> count > 0);
        } finally {
            slow.forEach(RawHttp::close);
        }
    }

    @Test
    void clientsThatHangUpAreNoErrors() throws IOException {
        String mark = "hang-up-" + UUID.randomUUID();
        for (int i = 0; i < HANG_UPS; i++) {
            try (RawHttp sender = login("X-Correlation-Id: " + mark + "\r\nContent-Length: 1000\r\n\r\n{");
                    RawHttp reader = new RawHttp(
                            "GET /api/openapi HTTP/1.1\r\nHost: x\r\nX-Correlation-Id: " + mark + "\r\n\r\n",
                            SMALL_BUFFER_BYTES)) {
                sender.hangUpAndWait();
                reader.awaitAnswer();
            }
        }
        // as many as there are workers, so that whoever still wrote to one that is gone is through with it
        AtOnce.all(Collections.nCopies(MORE_THAN_WORKERS, () -> Rest.call("GET", "/api/version", null, null)
                .expect(200)));
        try (Stream<String> log = Files.lines(TestServer.data().logs().resolve("server.json"))) {
            assertEquals(List.of(), log.filter(line -> line.contains(mark)).toList());
        }
    }

    private static RawHttp login(String rest) {
        return new RawHttp("POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + rest);
    }

    private static double counted(String limit) {
        String metrics = Rest.measurements();
        return metrics.lines()
                .filter(line -> line.startsWith("lanerunner_limit_reached_total{limit=\"" + limit + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
