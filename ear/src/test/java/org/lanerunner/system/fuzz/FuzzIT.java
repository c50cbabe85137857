package org.lanerunner.system.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.ApiSchemas;
import org.lanerunner.system.Eventually;
import org.lanerunner.system.Rest;
import org.lanerunner.system.Sql;
import org.lanerunner.system.SystemTest;
import org.lanerunner.system.TestServer;

/**
 * Requests made from the API's document, right, nearly right and wrong, for every call of it: none is a fault of the server's, and every answer is one that the
 * document names. {@code -Dlanerunner.fuzz.seed=} asks other calls, {@code -Dlanerunner.fuzz.seconds=} for longer. What was found stands in
 * ear/target/fuzz-faults.txt, each with the request that found it.
 */
@SystemTest
class FuzzIT {

    /** The same in every build, so that none fails by chance; another one looks elsewhere. */
    private static final long SEED = Long.getLong("lanerunner.fuzz.seed", 9_048_231_897_655L);

    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("lanerunner.fuzz.seconds", 30));
    private static final int LEAST_ROUNDS = 8;
    private static final int MOST_FAULTS_SHOWN = 20;
    private static final int MOST_OF_ONE_KIND = 3;
    private static final int BUSY = 503;
    private static final int MOST_REPETITIONS = 3;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMinutes(2))
            .build();
    private final Map<String, Long> before = Aftermath.counted();
    private final World world = new World();
    private final RightRequests right = new RightRequests(world);
    private final ApiSchemas schemas = new ApiSchemas(document());
    private final List<ApiOperation> operations = ApiOperation.of(schemas);
    private final Oracle oracle = new Oracle(schemas);
    private final Coverage coverage = new Coverage();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> faultsOfAKind = new TreeMap<>();

    @Test
    void noRequestIsAFaultOfTheServersAndEveryAnswerIsDocumented() throws IOException {
        System.out.println("  fuzz for " + TIME.toSeconds() + " s, -Dlanerunner.fuzz.seed=" + SEED);
        Instant end = Instant.now().plus(TIME);
        Attempts attempts = new Attempts(world, right);
        for (int round = 0; round < LEAST_ROUNDS || Instant.now().isBefore(end); round++) {
            for (ApiOperation operation : operations) {
                if (round < LEAST_ROUNDS || Instant.now().isBefore(end)) {
                    attempts(attempts, operation, round).forEach(this::attempt);
                }
            }
        }
        System.out.println("  " + coverage.total() + " requests");
        report();
        assertEquals(List.of(), coverage.missing(operations, right.neverTaken()), "calls never answered so");
        assertEquals(List.of(), Aftermath.worseThan(before));
    }

    /** First what each call must take and refuse, so that no other chance is needed for it; then anything. */
    private static List<Attempt> attempts(Attempts attempts, ApiOperation operation, int round) {
        Random random = new Random(
                new SplittableRandom(SEED + 31L * round + operation.name().hashCode()).nextLong());
        return switch (round) {
            case 0 -> List.of(attempts.right(operation, random));
            case 1 -> List.of(attempts.refused(operation, random));
            case 2 -> attempts.malformed(operation, random);
            default -> List.of(attempts.any(operation, random));
        };
    }

    private void attempt(Attempt attempt) {
        Instant start = Instant.now();
        try {
            HttpResponse<byte[]> answer = send(attempt);
            coverage.count(attempt.operation(), answer.statusCode());
            oracle.faultOf(attempt, answer, Duration.between(start, Instant.now()))
                    .or(() -> stillBusy(attempt, answer))
                    .or(() -> notAuditedOnce(attempt, answer))
                    .ifPresent(what -> note(attempt, what, answer.statusCode() + " " + shown(answer.body())));
        } catch (IOException none) {
            note(attempt, "no answer", none.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private HttpResponse<byte[]> send(Attempt attempt) throws IOException, InterruptedException {
        return client.send(request(attempt), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Who asks one thing after another meets a busy server by chance at most: when asked again as it says, it answers. */
    private Optional<String> stillBusy(Attempt attempt, HttpResponse<byte[]> first) {
        HttpResponse<byte[]> answer = first;
        try {
            for (int times = 0; answer.statusCode() == BUSY && times < MOST_REPETITIONS; times++) {
                Instant again = Instant.now()
                        .plusSeconds(
                                answer.headers().firstValueAsLong("Retry-After").orElse(1));
                Eventually.get(Instant::now, again::isBefore);
                answer = send(attempt);
            }
        } catch (IOException none) {
            return Optional.of("no answer when asked again");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        return answer.statusCode() == BUSY ? Optional.of("busy however often asked") : Optional.empty();
    }

    /** A command that was done is one row of the audit. */
    private Optional<String> notAuditedOnce(Attempt attempt, HttpResponse<byte[]> answer) {
        ApiOperation operation = attempt.operation();
        if (!attempt.what().equals("right")
                || operation.method().equals("GET")
                || answer.statusCode() >= 300
                || right.notAudited().contains(operation.name())) {
            return Optional.empty();
        }
        String call = answer.headers().firstValue("X-Correlation-Id").orElseThrow();
        long rows = Sql.number("SELECT count(*) FROM audit.entry WHERE correlation_id = '" + call + "'");
        return rows == 1 ? Optional.empty() : Optional.of(rows + " rows in the audit");
    }

    private static HttpRequest request(Attempt attempt) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestServer.byName() + attempt.address()))
                .timeout(Duration.ofMinutes(2))
                .method(
                        attempt.operation().method(),
                        attempt.body() == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(attempt.body()));
        attempt.headers().forEach(request::setHeader);
        if (attempt.token() != null) {
            request.setHeader("Authorization", "Bearer " + attempt.token());
        }
        return request.build();
    }

    /** A few of each kind are enough to see what it is. */
    private void note(Attempt attempt, String what, String answer) {
        String kind = attempt.operation() + " " + what + " (" + attempt.what() + ")";
        if (faultsOfAKind.merge(kind, 1, Integer::sum) <= MOST_OF_ONE_KIND) {
            faults.add(kind + "\n    " + attempt.curl() + "\n    " + answer);
        }
    }

    private void report() throws IOException {
        Path file = Path.of(System.getProperty("lanerunner.home"), "ear/target/fuzz-faults.txt");
        StringBuilder text = new StringBuilder("seed " + SEED + ", " + coverage.total() + " requests\n");
        faultsOfAKind.forEach(
                (kind, times) -> text.append(times).append(" x ").append(kind).append('\n'));
        faults.forEach(fault -> text.append('\n').append(fault).append('\n'));
        text.append('\n').append(coverage);
        Files.writeString(file, text);
        assertTrue(
                faults.isEmpty(),
                () -> faultsOfAKind.size() + " kinds of faults with seed " + SEED + ", all in " + file + "\n"
                        + String.join("\n", faults.subList(0, Math.min(faults.size(), MOST_FAULTS_SHOWN))));
    }

    private static String shown(byte[] body) {
        return new String(body, 0, Math.min(body.length, 600), StandardCharsets.UTF_8);
    }

    private static com.fasterxml.jackson.databind.JsonNode document() {
        return Rest.call("GET", "/api/openapi", null, null, "Accept", "application/json")
                .expect(200)
                .body();
    }
}
