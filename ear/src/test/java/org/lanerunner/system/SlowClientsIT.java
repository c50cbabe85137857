package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many who are nobody send a byte of a body and no more: nobody else notices, and they are not waited for. */
@SystemTest
class SlowClientsIT {

    private static final int EACH = 32;

    @Test
    void bodiesThatDoNotComeHoldUpNobodyAndAreNotWaitedFor() {
        List<RawHttp> slow = new ArrayList<>();
        try {
            for (int i = 0; i < EACH; i++) {
                slow.add(login("Content-Length: 1000\r\n\r\n{"));
                slow.add(login("Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"));
                slow.add(new RawHttp("POST /api/documents HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer none\r\n"
                        + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000\r\n\r\n-"));
            }
            for (String path : List.of("/api/live", "/api/health", "/api/ready", "/api/version", "/")) {
                Rest.call("GET", path, null, null).expect(200);
            }
            for (RawHttp connection : slow) {
                String answer = connection.answerAndEnd();
                assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
                assertTrue(answer.contains("request/too-slow"), answer);
            }
        } finally {
            slow.forEach(RawHttp::close);
        }
        assertTrue(counted("body-rate") >= slow.size());
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
