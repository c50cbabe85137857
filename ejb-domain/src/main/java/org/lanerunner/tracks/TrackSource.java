package org.lanerunner.tracks;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A whole file in memory: its bytes for readers that know encodings themselves (XML), and its text for the others. Text
 * is UTF-8, or UTF-16 by its byte order mark or its zero bytes, or else Windows-1252, which many loggers write. A file
 * that is not text is refused.
 */
final class TrackSource {

    private static final Charset LOGGERS_CHARSET = Charset.forName("windows-1252");
    private static final int SNIFFED_CHARACTERS = 4096;

    private final String name;
    private final byte[] bytes;
    private String text;
    private Object json;

    TrackSource(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes;
    }

    String text() {
        if (text == null) {
            text = decoded();
            refuseBinary();
        }
        return text;
    }

    /** The text as JSON, parsed once; throws {@link TrackUnreadable} where it is broken. */
    Object json() {
        if (json == null) {
            json = TrackJson.parse(this);
        }
        return json;
    }

    /** The beginning of the text without leading white space: enough to tell a format. */
    String beginning() {
        String whole = text();
        int start = 0;
        while (start < whole.length() && Character.isWhitespace(whole.charAt(start))) {
            start++;
        }
        return whole.substring(start, Math.min(whole.length(), start + SNIFFED_CHARACTERS));
    }

    TrackUnreadable unreadable(String why) {
        return new TrackUnreadable(name + ": " + why);
    }

    TrackUnreadable unreadable(String why, Throwable cause) {
        return new TrackUnreadable(name + ": " + why, cause);
    }

    private String decoded() {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            return decode(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(0xFE, 0xFF)) {
            return decode(StandardCharsets.UTF_16BE, 2);
        }
        if (startsWith(0xFF, 0xFE)) {
            return decode(StandardCharsets.UTF_16LE, 2);
        }
        if (bytes.length >= 4 && bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0) {
            return decode(StandardCharsets.UTF_16BE, 0);
        }
        if (bytes.length >= 4 && bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0) {
            return decode(StandardCharsets.UTF_16LE, 0);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return decode(LOGGERS_CHARSET, 0);
        }
    }

    private String decode(Charset charset, int skippedBytes) {
        return new String(bytes, skippedBytes, bytes.length - skippedBytes, charset);
    }

    private boolean startsWith(int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private void refuseBinary() {
        int controls = 0;
        int looked = Math.min(text.length(), SNIFFED_CHARACTERS);
        for (int i = 0; i < looked; i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
                controls++;
            }
        }
        if (controls * 50 > looked) {
            throw unreadable("is not a text file; " + TrackFile.FORMATS_READ);
        }
    }
}
