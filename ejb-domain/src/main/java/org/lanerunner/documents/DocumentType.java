package org.lanerunner.documents;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The types of files that are kept. A file's first bytes tell its type, never its name or what the sender calls it. */
public enum DocumentType {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    PDF("application/pdf", "pdf");

    /** The number of first bytes that {@link #of} looks at. */
    static final int HEAD_BYTES = 12;

    private static final byte[] JPEG_HEAD = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] PDF_HEAD = ascii("%PDF-");
    private static final byte[] RIFF_HEAD = ascii("RIFF");
    private static final byte[] WEBP_HEAD = ascii("WEBP");

    private final String mediaType;
    private final String extension;

    DocumentType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }

    static Optional<DocumentType> of(byte[] head, int length) {
        if (holds(head, length, 0, JPEG_HEAD)) {
            return Optional.of(JPEG);
        }
        if (holds(head, length, 0, PNG_HEAD)) {
            return Optional.of(PNG);
        }
        if (holds(head, length, 0, RIFF_HEAD) && holds(head, length, 8, WEBP_HEAD)) {
            return Optional.of(WEBP);
        }
        return holds(head, length, 0, PDF_HEAD) ? Optional.of(PDF) : Optional.empty();
    }

    private static boolean holds(byte[] head, int length, int offset, byte[] wanted) {
        if (length < offset + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (head[offset + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
