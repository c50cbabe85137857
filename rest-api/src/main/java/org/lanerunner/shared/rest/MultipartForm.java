package org.lanerunner.shared.rest;

import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.MalformedMessageException;
import io.undertow.util.MultipartParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;

/**
 * The body of a multipart/form-data request (RFC 7578), read once, from the connection. The file's bytes go where the caller wants them, the fields are short
 * texts; nothing else is held in memory and nothing is written to disk. A form that ends too early, or has a part that belongs to no form, is malformed.
 */
public final class MultipartForm {

    private static final int CHUNK_BYTES = 8 * 1024;
    private static final int MAXIMUM_PARTS = 10;
    private static final int MAXIMUM_HEADER_BYTES = 8 * 1024;
    private static final int MAXIMUM_NAME_LENGTH = 1_000;
    private static final int MAXIMUM_FIELD_BYTES = 1_000;

    private final InputStream body;
    private final String boundary;
    private final MessageDigest digest = sha256();
    private final Map<String, String> fields = new HashMap<>();
    private String fileName;
    private boolean hasFile;

    MultipartForm(InputStream body, String boundary) {
        this.body = body;
        this.boundary = boundary;
    }

    /** @param file takes the bytes of the part that is named {@code fileField} */
    public void read(String fileField, OutputStream file) throws IOException {
        Parts parts = new Parts(fileField, file);
        MultipartParser.ParseState parser = MultipartParser.beginParse(
                null, parts, boundary.getBytes(StandardCharsets.US_ASCII), StandardCharsets.UTF_8.name());
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int length = body.read(chunk); length >= 0; length = body.read(chunk)) {
            ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, length);
            parts.read(length);
            parse(parser, bytes);
            parts.refuseFlood();
            if (parser.isComplete()) {
                refuseMore(bytes);
            }
        }
        if (!parser.isComplete()) {
            throw malformed("The form ends before its last boundary.");
        }
    }

    /** The value of the field with this name, if it was no file. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    public boolean hasFile() {
        return hasFile;
    }

    /** The sender's name for the file, in whatever form; null when it has none. */
    public String fileName() {
        return fileName;
    }

    /** A hash of the names and contents of all parts in order, however the bytes were divided. */
    public byte[] hash() {
        return digest.digest();
    }

    private static void parse(MultipartParser.ParseState parser, ByteBuffer bytes) throws IOException {
        try {
            parser.parse(bytes);
        } catch (MalformedMessageException | IllegalArgumentException malformed) {
            throw malformed("A part of the form can't be read.");
        }
    }

    /** After the last boundary only its line break may follow. */
    private static void refuseMore(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next != '\r' && next != '\n') {
                throw malformed("Something comes after the form's last boundary.");
            }
        }
    }

    private static Refusal malformed(String detail) {
        return new Refusal(Refusal.Kind.MALFORMED, "request/malformed", detail);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Takes the parts as the parser finds them. */
    private final class Parts implements MultipartParser.PartHandler {

        private final String fileField;
        private final OutputStream file;
        private final ByteArrayOutputStream text = new ByteArrayOutputStream();
        private int count;
        private String name;
        private long partBytes;
        private long bytesSinceFound;

        Parts(String fileField, OutputStream file) {
            this.fileField = fileField;
            this.file = file;
        }

        @Override
        public void beginPart(HeaderMap headers) {
            bytesSinceFound = 0;
            if (++count > MAXIMUM_PARTS) {
                throw malformed("A form has at most " + MAXIMUM_PARTS + " parts.")
                        .beyond(Limit.FORM_PARTS);
            }
            refuseUnfit(headers);
            String disposition = headers.getFirst(Headers.CONTENT_DISPOSITION);
            if (disposition == null || !disposition.toLowerCase(Locale.ROOT).startsWith("form-data;")) {
                throw malformed("A part is none of a form.");
            }
            name = value(disposition, "name");
            if (name == null || name.isEmpty()) {
                throw malformed("A part of the form has no name.");
            }
            String sentName = value(disposition, "filename");
            if (name.equals(fileField)) {
                refuseSecond(hasFile);
                hasFile = true;
                fileName = sentName;
            } else {
                refuseSecond(fields.containsKey(name));
            }
            digest(name);
            digest(sentName == null ? "" : sentName);
            partBytes = 0;
            text.reset();
        }

        @Override
        public void data(ByteBuffer bytes) throws IOException {
            bytesSinceFound = 0;
            int length = bytes.remaining();
            int offset = bytes.arrayOffset() + bytes.position();
            partBytes += length;
            digest.update(bytes.array(), offset, length);
            if (name.equals(fileField)) {
                file.write(bytes.array(), offset, length);
            } else if (partBytes <= MAXIMUM_FIELD_BYTES) {
                text.write(bytes.array(), offset, length);
            } else {
                throw malformed("A field of a form has at most " + MAXIMUM_FIELD_BYTES + " bytes.")
                        .beyond(Limit.FORM_PARTS);
            }
        }

        @Override
        public void endPart() {
            bytesSinceFound = 0;
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, partBytes));
            if (!name.equals(fileField)) {
                fields.put(name, text.toString(StandardCharsets.UTF_8));
            }
        }

        void read(int length) {
            bytesSinceFound += length;
        }

        /** Refuses part headers, or text before the first part, that do not end. The chunk in which they began counts in full. */
        void refuseFlood() {
            if (bytesSinceFound > MAXIMUM_HEADER_BYTES + CHUNK_BYTES) {
                throw tooManyHeaders();
            }
        }

        private void refuseUnfit(HeaderMap headers) {
            int bytes = 0;
            for (HeaderValues values : headers) {
                for (String value : values) {
                    bytes += values.getHeaderName().length() + value.length();
                }
            }
            if (bytes > MAXIMUM_HEADER_BYTES) {
                throw tooManyHeaders();
            }
            if (headers.contains(Headers.CONTENT_TRANSFER_ENCODING)) {
                throw malformed("A part of a form is sent as it is, without another encoding.");
            }
            String type = headers.getFirst(Headers.CONTENT_TYPE);
            if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
                throw malformed("A form has no form inside.");
            }
        }

        private String value(String disposition, String key) {
            String value;
            try {
                value = Headers.extractQuotedValueFromHeader(disposition, key);
            } catch (IndexOutOfBoundsException nothingBehindTheSign) {
                throw malformed("A part of the form has no name.");
            }
            if (value != null && value.length() > MAXIMUM_NAME_LENGTH) {
                throw malformed("A name has at most " + MAXIMUM_NAME_LENGTH + " characters.")
                        .beyond(Limit.FILE_NAME);
            }
            return value;
        }

        private void refuseSecond(boolean there) {
            if (there) {
                throw Refusal.invalid("/" + name, "This stands more than once.");
            }
        }

        private Refusal tooManyHeaders() {
            return malformed("A part of a form has at most " + MAXIMUM_HEADER_BYTES + " bytes of headers.")
                    .beyond(Limit.PART_HEADERS);
        }

        private void digest(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            digest.update(bytes);
        }
    }
}
