package org.lanerunner.documents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanerunner.shared.Refusal;

class DocumentFolderTest {

    private static final byte[] PDF = "%PDF-1.7 proof".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path root;

    private DocumentFolder folder;

    @BeforeEach
    void open() {
        folder = new DocumentFolder(root, "node");
    }

    @Test
    void bytesAreKeptOnceUnderTheirHash() throws IOException {
        ArrivedFile first = keep(PDF);
        ArrivedFile second = keep(PDF);
        assertEquals(first.sha256(), second.sha256());
        assertEquals(PDF.length, first.sizeBytes());
        assertEquals(DocumentType.PDF, first.type());
        assertArrayEquals(PDF, Files.readAllBytes(folder.place(first.sha256())));
        assertEquals(List.of(folder.place(first.sha256())), files());
    }

    @Test
    void bytesMayComeOneByOne() throws IOException {
        try (ArrivingDocument arriving = folder.receive()) {
            for (byte one : PDF) {
                arriving.write(one);
            }
            folder.keep(arriving.complete());
        }
        assertEquals(keep(PDF).sha256(), files().get(0).getFileName().toString());
        assertEquals(1, files().size());
    }

    @Test
    void anythingElseIsRefusedAndLeavesNothing() throws IOException {
        for (String content : List.of("", "GIF89a.....", "<svg onload=alert(1)>", "RIFF0000WAVE", "%PD")) {
            Refusal refusal = assertThrows(Refusal.class, () -> keep(content.getBytes(StandardCharsets.US_ASCII)));
            assertEquals("documents/type-unsupported", refusal.slug());
        }
        assertEquals(List.of(), files());
    }

    @Test
    void whatIsTooLargeIsRefusedAndLeavesNothing() throws IOException {
        byte[] most = Arrays.copyOf(PDF, (int) ArrivingDocument.MAXIMUM_BYTES);
        assertEquals(ArrivingDocument.MAXIMUM_BYTES, keep(most).sizeBytes());
        byte[] more = Arrays.copyOf(PDF, (int) ArrivingDocument.MAXIMUM_BYTES + 1);
        Refusal refusal = assertThrows(Refusal.class, () -> keep(more));
        assertEquals(Refusal.Kind.TOO_LARGE, refusal.kind());
        assertEquals(1, files().size());
    }

    @Test
    void whatArrivesIsTheServersAloneAndGoesWithTheUpload() throws IOException {
        try (ArrivingDocument arriving = folder.receive()) {
            arriving.write(PDF);
            Path passing = files().get(0);
            assertEquals(
                    "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(passing.getParent())));
        }
        assertEquals(List.of(), files());
    }

    @Test
    void whatACrashLeftGoesAtTheNextStartAndAnotherServersStays() throws IOException {
        ArrivingDocument crashed = folder.receive();
        crashed.write(PDF);
        new DocumentFolder(root, "another node");
        assertEquals(1, files().size());
        new DocumentFolder(root, "node");
        assertEquals(List.of(), files());
        crashed.close();
    }

    private ArrivedFile keep(byte[] content) throws IOException {
        try (ArrivingDocument arriving = folder.receive()) {
            arriving.write(content);
            ArrivedFile file = arriving.complete();
            folder.keep(file);
            return file;
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
