package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Disks that are full, each a small one mounted over a folder of the running server. Whoever may mount nothing skips it. The test server keeps a mebibyte free,
 * see {@link TestServer}.
 */
@SystemTest
class DiskIT {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final byte[] PDF_HEAD = "%PDF-1.7 ".getBytes();

    private Path mounted;

    @AfterEach
    void unmount() throws Exception {
        if (mounted != null) {
            run("umount", "-l", mounted.toString());
        }
    }

    @Test
    void aFullDiskOfDocumentsRefusesUploadsAloneAndTakesThemAgainByItself() throws Exception {
        Person carrier = People.carrier();
        mount(TestServer.data().documents(), "8m");
        Path filler = Files.write(mounted.resolve("filler"), new byte[7 * MEBIBYTE + MEBIBYTE / 2]);
        Eventually.get(() -> disk().path("status").asText(), "DOWN"::equals);
        assertTrue(disk().at("/data/documentsFreeBytes").asLong() < MEBIBYTE, () -> disk().toString());
        Rest.get("/api/ready", null).expect(503);
        Rest.get("/api/live", null).expect(200);
        refused(upload(10, carrier), "documents");
        Rest.post("/api/drivers", object("name", "Ann"), carrier).expect(201);

        Files.write(filler, new byte[4 * MEBIBYTE]);
        Eventually.get(() -> Rest.get("/api/ready", null).status(), status -> status == 200);
        refused(upload(5 * MEBIBYTE, carrier), "documents");
        assertEquals(List.of(), filesOf(mounted.resolve("arriving")));
        upload(10, carrier).expect(201);
    }

    @Test
    void aFullDiskOfTheDataFolderRefusesWhatWritesAndGoesOnByItself() throws Exception {
        Person carrier = People.carrier();
        mount(TestServer.data().run(), "512k");
        Eventually.get(() -> Rest.get("/api/ready", null).status(), status -> status == 503);
        refused(Rest.post("/api/drivers", object("name", "Ann"), carrier), "data folder");
        refused(upload(10, carrier), "no room");
        Rest.get("/api/drivers", carrier).expect(200);
        Rest.post("/api/live/tickets", null, carrier).expect(200);
        run("umount", "-l", mounted.toString());
        mounted = null;
        Eventually.get(() -> Rest.get("/api/ready", null).status(), status -> status == 200);
        Rest.post("/api/drivers", object("name", "Ann"), carrier).expect(201);
        upload(10, carrier).expect(201);
    }

    private static void refused(Answer answer, String what) {
        answer.expect(507, "server/storage-full");
        assertTrue(answer.text("detail").contains(what), () -> answer.text("detail"));
    }

    private static Answer upload(int bytes, Person as) {
        byte[] content = Arrays.copyOf(PDF_HEAD, PDF_HEAD.length + bytes);
        return Upload.file(content, "proof.pdf", null, as);
    }

    private static JsonNode disk() {
        JsonNode checks = Rest.get("/api/health", null).body().path("checks");
        return StreamSupport.stream(checks.spliterator(), false)
                .filter(check -> check.path("name").asText().equals("disk"))
                .findFirst()
                .orElseThrow();
    }

    private void mount(Path folder, String size) throws Exception {
        boolean done = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
        assumeTrue(done, "no right to mount a small disk: the tests of full disks are skipped");
        mounted = folder;
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
