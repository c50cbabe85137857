package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files on their way in: many at once, broken forms, repetitions, and what is left behind. */
@SystemTest
class UploadsIT {

    private static final int MORE_THAN_CONNECTIONS = 40;

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
    void afterUploadsNothingIsLeftButWhatIsKept() throws Exception {
        Path systemsOwn = Path.of("/tmp");
        List<Path> before = passing(systemsOwn);
        Form.file(Arrays.copyOf(pdf("kept"), 200_000)).end().post(carrier).expect(201);
        Form.file("no document".getBytes(StandardCharsets.US_ASCII))
                .end()
                .post(carrier)
                .expect(415);
        assertEquals(List.of(), files(TestServer.data().documents().resolve("arriving")));
        assertEquals(before, passing(systemsOwn));
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

    private static long kept() throws Exception {
        try (var connection = TestServer.connectAsOwner();
                var count = connection.prepareStatement(
                        "SELECT count(*) FROM documents.document WHERE organisation_id = ?")) {
            count.setObject(1, carrier.organisationId());
            var rows = count.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Files that a parser of forms leaves. */
    private static List<Path> passing(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("m4j"))
                    .sorted()
                    .toList();
        }
    }
}
