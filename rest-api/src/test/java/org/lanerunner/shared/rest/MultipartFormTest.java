package org.lanerunner.shared.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;

class MultipartFormTest {

    private static final String TWO_PARTS = """
            --cut
            Content-Disposition: form-data; name="bookingId"

            42
            --cut
            Content-Disposition: form-data; name="file"; filename="Lieferschein K\u00f6ln.pdf"
            Content-Type: application/pdf

            one
            --cu
            --cut--
            """.replace("\n", "\r\n");

    private static final String FIELD = "--cut\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8192})
    void partsAreToldApartHoweverFewBytesComeAtOnce(int atOnce) throws IOException {
        MultipartForm form = new MultipartForm(trickle(TWO_PARTS, atOnce), "cut");
        form.read("file", file);
        assertEquals(Optional.of("42"), form.field("bookingId"));
        assertEquals(Optional.empty(), form.field("other"));
        assertTrue(form.hasFile());
        assertEquals("Lieferschein K\u00f6ln.pdf", form.fileName());
        assertEquals("one\r\n--cu", file.toString(StandardCharsets.US_ASCII));
    }

    @Test
    void theSameFormHasTheSameHashHoweverItIsDivided() throws IOException {
        byte[] hash = hash(TWO_PARTS, "cut");
        assertArrayEquals(hash, hash(TWO_PARTS.replace("--cut", "--another"), "another"));
        assertFalse(Arrays.equals(hash, hash(TWO_PARTS.replace("one", "two"), "cut")));
        assertFalse(Arrays.equals(hash, hash(TWO_PARTS.replace("42", "43"), "cut")));
        assertFalse(Arrays.equals(hash, hash(TWO_PARTS.replace("Lieferschein", "Rechnung"), "cut")));
        assertFalse(Arrays.equals(hash, hash(TWO_PARTS.replace("bookingId", "bookingI"), "cut")));
    }

    @Test
    void aFormWithoutItsFileHasNone() throws IOException {
        MultipartForm form = new MultipartForm(
                trickle("--cut\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n1\r\n--cut--", 100), "cut");
        form.read("file", file);
        assertFalse(form.hasFile());
        assertNull(form.fileName());
    }

    @Test
    void everyByteButTheLastLinesEndBelongsToAWholeForm() {
        for (int length = 0; length < TWO_PARTS.length() - "\r\n".length(); length++) {
            String cut = TWO_PARTS.substring(0, length);
            assertEquals("request/malformed", refusal(cut).slug(), () -> "cut after " + cut);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "form-data; name=",
                "form-data; name=\"\"",
                "form-data",
                "name=\"file\"",
                "form-data; filename=\"name\""
            })
    void aPartWithoutANameIsMalformed(String disposition) {
        assertEquals(
                "request/malformed",
                refusal("--cut\r\nContent-Disposition: " + disposition + "\r\n\r\n1\r\n--cut--")
                        .slug());
    }

    @Test
    void anotherRequestBehindTheFormIsMalformed() {
        assertEquals(
                "request/malformed", refusal(TWO_PARTS + "POST / HTTP/1.1\r\n").slug());
    }

    @Test
    void floodsNameTheirLimit() {
        String part = "Content-Disposition: form-data; name=\"file\"\r\n";
        assertEquals(
                Optional.of(Limit.PART_HEADERS),
                refusal("--cut\r\n" + part + "X: x\r\n".repeat(10_000)).limit());
        assertEquals(
                Optional.of(Limit.PART_HEADERS),
                refusal("--cut\r\n" + part + "X: " + "x".repeat(9_000) + "\r\n\r\n1\r\n--cut--")
                        .limit());
        assertEquals(
                Optional.of(Limit.PART_HEADERS),
                refusal("before the first part ".repeat(1_000)).limit());
        assertEquals(
                Optional.of(Limit.FILE_NAME),
                refusal("--cut\r\n" + part.strip() + "; filename=\"" + "n".repeat(1_001) + "\"\r\n\r\n1\r\n--cut--")
                        .limit());
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 11; i++) {
            many.append("--cut\r\nContent-Disposition: form-data; name=\"part-" + i + "\"\r\n\r\n1\r\n");
        }
        assertEquals(Optional.of(Limit.FORM_PARTS), refusal(many + "--cut--").limit());
        assertEquals(
                Optional.of(Limit.FORM_PARTS),
                refusal(FIELD.replace("1", "1".repeat(1_001)) + "--cut--").limit());
    }

    @Test
    void aFieldStandsOnceAndIsShort() throws IOException {
        assertEquals(Refusal.Kind.INVALID, refusal(FIELD + FIELD + "--cut--").kind());
        assertEquals(
                Refusal.Kind.MALFORMED,
                refusal(FIELD.replace("1", "1".repeat(1_001)) + "--cut--").kind());
        MultipartForm form = new MultipartForm(trickle(FIELD.replace("1", "1".repeat(1_000)) + "--cut--", 8192), "cut");
        form.read("file", file);
        assertEquals(Optional.of("1".repeat(1_000)), form.field("a"));
    }

    /** The file's bytes are written as they come: at no time are more than two chunks of them read and not written. */
    @Test
    void aLargeFileIsNeverHeld() throws IOException {
        byte[] head =
                "--cut\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\r\n--cut--\r\n".getBytes(StandardCharsets.US_ASCII);
        int fileBytes = 64 * 1024 * 1024;
        long[] written = {0};
        OutputStream sink = new OutputStream() {
            @Override
            public void write(int value) {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                written[0] += length;
            }
        };
        InputStream body = new InputStream() {
            private long read;

            @Override
            public int read() {
                throw new UnsupportedOperationException("in chunks only");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                assertTrue(read - written[0] <= 2 * length, "bytes are held");
                long left = head.length + fileBytes + tail.length - read;
                int count = (int) Math.min(length, left);
                for (int i = 0; i < count; i++, read++) {
                    long inFile = read - head.length;
                    bytes[offset + i] =
                            inFile < 0 ? head[(int) read] : inFile < fileBytes ? 0 : tail[(int) (inFile - fileBytes)];
                }
                return count == 0 ? -1 : count;
            }
        };
        new MultipartForm(body, "cut").read("file", sink);
        assertEquals(fileBytes, written[0]);
    }

    private Refusal refusal(String body) {
        return assertThrows(
                Refusal.class, () -> new MultipartForm(trickle(body, 8192), "cut").read("file", file), () -> body);
    }

    private byte[] hash(String body, String boundary) throws IOException {
        MultipartForm form = new MultipartForm(trickle(body, 8192), boundary);
        form.read("file", file);
        return form.hash();
    }

    private static InputStream trickle(String body, int atOnce) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, atOnce));
            }
        };
    }
}
