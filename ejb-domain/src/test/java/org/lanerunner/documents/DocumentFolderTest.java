package org.lanerunner.documents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        folder = new DocumentFolder(root);
    }

    @Test
    void bytesAreKeptOnceUnderTheirHash() throws IOException {
        StoredFile first = folder.keep(new ByteArrayInputStream(PDF));
        StoredFile second = folder.keep(new ByteArrayInputStream(PDF));
        assertEquals(first, second);
        assertEquals(DocumentType.PDF, first.type());
        assertArrayEquals(PDF, Files.readAllBytes(folder.place(first.sha256())));
        assertEquals(List.of(folder.place(first.sha256())), files());
    }

    @Test
    void anythingElseIsRefusedAndLeavesNothing() throws IOException {
        for (String content : List.of("", "GIF89a.....", "<svg onload=alert(1)>", "RIFF0000WAVE", "%PD")) {
            Refusal refusal = assertThrows(
                    Refusal.class,
                    () -> folder.keep(new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII))));
            assertEquals("documents/type-unsupported", refusal.slug());
        }
        assertEquals(List.of(), files());
    }

    @Test
    void whatIsTooLargeIsRefusedAndLeavesNothing() throws IOException {
        byte[] most = Arrays.copyOf(PDF, (int) DocumentFolder.MAXIMUM_BYTES);
        assertEquals(
                DocumentFolder.MAXIMUM_BYTES,
                folder.keep(new ByteArrayInputStream(most)).sizeBytes());
        byte[] more = Arrays.copyOf(PDF, (int) DocumentFolder.MAXIMUM_BYTES + 1);
        Refusal refusal = assertThrows(Refusal.class, () -> folder.keep(new ByteArrayInputStream(more)));
        assertEquals(Refusal.Kind.TOO_LARGE, refusal.kind());
        assertEquals(1, files().size());
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        InputStream broken = new InputStream() {
            private int left = 100;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("gone");
                }
                return left > 100 - PDF.length ? PDF[99 - left] : 0;
            }
        };
        assertThrows(RuntimeException.class, () -> folder.keep(broken));
        assertEquals(List.of(), files());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
