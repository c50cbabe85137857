package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files on their way in: many at once, broken forms, repetitions, and what is left behind. */
@SystemTest
class UploadsIT {

    private static final int MORE_THAN_CONNECTIONS = 40;
    private static final int LARGE_UPLOADS = 12;

    private static Person carrier;

    @BeforeAll
    static void register() {
        carrier = People.carrier();
    }

    @Test
    void moreKeyedUploadsAtOnceThanThereAreConnectionsAreAllStored() {
        Callable<Answer> upload = () -> Form.file(pdf(UUID.randomUUID()))
                .end()
                .post(carrier, "Idempotency-Key", UUID.randomUUID().toString());
        AtOnce.all(Collections.nCopies(MORE_THAN_CONNECTIONS, upload)).forEach(answer -> answer.expect(201));
    }

    /** Nearly all of each has come, and no answer is there yet: what has come is not in the heap. */
    @Test
    void largeUploadsAtOnceAreNotHeldInMemory() throws Exception {
        long before = ServerHeap.inUse();
        CountDownLatch rest = new CountDownLatch(1);
        List<LargeUpload> uploads = Stream.generate(() -> LargeUpload.begin(carrier, rest))
                .limit(LARGE_UPLOADS)
                .toList();
        try {
            Eventually.get(() -> uploads.stream().allMatch(LargeUpload::dropsOnly), all -> all);
            long grown = ServerHeap.inUse() - before;
            assertTrue(uploads.stream().noneMatch(upload -> upload.answer().isDone()));
            assertTrue(grown < LARGE_UPLOADS * (long) LargeUpload.BYTES_AT_ONCE / 2, () -> grown + " bytes more");
        } finally {
            rest.countDown();
        }
        for (LargeUpload upload : uploads) {
            upload.answer().get().expect(201);
        }
    }

    static Stream<Form> malformedForms() {
        byte[] pdf = pdf("malformed");
        return Stream.of(
                new Form().raw("no parts"),
                Form.file(pdf),
                Form.file(pdf).raw("--"),
                new Form().raw(Form.file(pdf).bytes()).end(),
                new Form().raw("").end(),
                headers("", pdf),
                headers("Content-Type: application/pdf\r\n", pdf),
                headers("Content-Disposition: attachment; name=\"file\"\r\n", pdf),
                headers("Content-Disposition: form-data; filename=\"proof.pdf\"\r\n", pdf),
                headers("Content-Disposition form-data\r\n", pdf),
                headers(
                        "Content-Disposition: form-data; name=\"file\"; filename=\"" + "n".repeat(100_000) + "\"\r\n",
                        pdf),
                headers("Content-Disposition: form-data; name=\"" + "n".repeat(2_000) + "\"\r\n", pdf),
                headers("Content-Disposition: form-data; name=\"file\"\r\n" + "X-Flood: x\r\n".repeat(50_000), pdf),
                headers("Content-Disposition: form-data; name=\"file\"\r\nK\u00f6ln: x\r\n\u20ac: x\r\n", pdf),
                headers("Content-Disposition: form-data; name=\"file\"\r\nContent-Transfer-Encoding: base64\r\n", pdf),
                headers(
                        "Content-Disposition: form-data; name=\"file\"\r\nContent-Type: multipart/mixed; boundary=in\r\n",
                        pdf),
                Form.file(pdf)
                        .part("form-data; name=\"bookingId\"", new byte[1_001])
                        .end(),
                flood(pdf));
    }

    @ParameterizedTest
    @MethodSource("malformedForms")
    void aMalformedFormIsRefusedAndNothingIsKept(Form form) throws Exception {
        long before = kept();
        form.post(carrier).expect(400, "request/malformed");
        assertEquals(before, kept());
    }

    @Test
    void aRepeatedUploadGetsTheKeptAnswerHoweverItsPartsAreDivided() {
        String key = UUID.randomUUID().toString();
        byte[] pdf = pdf(key);
        Answer first =
                Form.file(pdf).end().post(carrier, "Idempotency-Key", key).expect(201);
        Answer again =
                Form.file(pdf).end().post(carrier, "Idempotency-Key", key).expect(201);
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(first.body(), again.body());
        assertEquals(first.header("Location"), again.header("Location"));
        long kept = kept();
        Form.file(pdf("other")).end().post(carrier, "Idempotency-Key", key).expect(422, "request/idempotency-key");
        new Form()
                .part("form-data; name=\"file\"; filename=\"other.pdf\"", pdf)
                .end()
                .post(carrier, "Idempotency-Key", key)
                .expect(422, "request/idempotency-key");
        assertEquals(kept, kept());
        assertEquals(0, claims(key));
    }

    @Test
    void aRefusedUploadGivesItsKeyBack() {
        String key = UUID.randomUUID().toString();
        Form.file(pdf(key)).post(carrier, "Idempotency-Key", key).expect(400);
        new Form()
                .part(
                        "form-data; name=\"bookingId\"",
                        UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII))
                .part("form-data; name=\"file\"", pdf(key))
                .end()
                .post(carrier, "Idempotency-Key", key)
                .expect(404);
        assertEquals(0, claims(key));
        Form.file(pdf(key)).end().post(carrier, "Idempotency-Key", key).expect(201);
    }

    @Test
    void aKeyThatIsHeldIsStillRunningUntilItsClaimRunsOut() {
        String held = UUID.randomUUID().toString();
        claim(held, "now() + interval '1 minute'");
        Form.file(pdf(held)).end().post(carrier, "Idempotency-Key", held).expect(409, "request/still-running");
        assertEquals(1, claims(held));
        String left = UUID.randomUUID().toString();
        claim(left, "now()");
        Form.file(pdf(left)).end().post(carrier, "Idempotency-Key", left).expect(201);
        assertEquals(0, claims(left));
    }

    @Test
    void anUploadThatLostItsKeyToAnotherStoresNothing() throws Exception {
        String key = UUID.randomUUID().toString();
        long before = kept();
        CompletableFuture<Answer> upload;
        try (Connection late = TestServer.connectAsOwner();
                Statement lock = late.createStatement()) {
            late.setAutoCommit(false);
            lock.execute("LOCK TABLE documents.document IN EXCLUSIVE MODE");
            upload = CompletableFuture.supplyAsync(
                    () -> Form.file(pdf(key)).end().post(carrier, "Idempotency-Key", key));
            Eventually.get(
                    () -> Sql.number(
                            "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'documents.document'::regclass"),
                    waiting -> waiting == 1);
            Sql.run("UPDATE shared.idempotency_claim SET claim_id = gen_random_uuid() WHERE key = '" + key + "'");
        }
        upload.get().expect(409, "request/still-running");
        assertEquals(before, kept());
        assertEquals(1, claims(key));
    }

    @Test
    void afterUploadsNothingIsLeftButWhatIsKept() throws Exception {
        Form.file(Arrays.copyOf(pdf("kept"), 200_000)).end().post(carrier).expect(201);
        Form.file("no document".getBytes(StandardCharsets.US_ASCII))
                .end()
                .post(carrier)
                .expect(415);
        assertEquals(List.of(), files(TestServer.data().documents().resolve("arriving")));
        assertEquals(List.of(), files(TestServer.data().temporary()));
    }

    private static Form headers(String headers, byte[] content) {
        Form form = new Form();
        return form.raw("--" + form.boundary + "\r\n" + headers + "\r\n")
                .raw(content)
                .raw("\r\n")
                .end();
    }

    private static Form flood(byte[] pdf) {
        Form form = Form.file(pdf);
        for (int i = 0; i < 200; i++) {
            form.part("form-data; name=\"more-" + i + "\"", new byte[0]);
        }
        return form.end();
    }

    private static byte[] pdf(Object text) {
        return ("%PDF-1.7 " + text).getBytes(StandardCharsets.US_ASCII);
    }

    private static long kept() {
        return Sql.number(
                "SELECT count(*) FROM documents.document WHERE organisation_id = '" + carrier.organisationId() + "'");
    }

    private static long claims(String key) {
        return Sql.number("SELECT count(*) FROM shared.idempotency_claim WHERE key = '" + key + "'");
    }

    /** As another request that works on it would hold it, or has held it. */
    private static void claim(String key, String until) {
        Sql.run(
                "INSERT INTO shared.idempotency_claim (claim_id, owner_id, principal_id, endpoint, key, until) VALUES (gen_random_uuid(), '%s', '%s', 'POST /api/documents', '%s', %s)"
                        .formatted(carrier.organisationId(), carrier.personId(), key, until));
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
