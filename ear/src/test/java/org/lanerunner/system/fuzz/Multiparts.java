package org.lanerunner.system.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Forms as a browser sends them with a file, and such as none would send. */
final class Multiparts {

    static final String TYPE = "multipart/form-data; boundary=part";

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final String DISPOSITION = "Content-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n";
    private static final String IMAGE = "Content-Type: image/png\r\n";

    private Multiparts() {}

    static byte[] right(String bookingId) {
        String booking = bookingId == null
                ? ""
                : "--part\r\nContent-Disposition: form-data; name=\"bookingId\"\r\n\r\n" + bookingId + "\r\n";
        return form(booking + "--part\r\n" + DISPOSITION + IMAGE + "\r\n", "\r\n--part--\r\n");
    }

    /** Forms that can't be what was meant, by what is wrong with them; each is to be refused. */
    static Map<String, byte[]> malformed() {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        String start = "--part\r\n" + DISPOSITION + IMAGE + "\r\n";
        forms.put("unterminated", form(start, ""));
        forms.put("unterminated after a line", form(start, "\r\n"));
        forms.put("cut in its last boundary", form(start, "\r\n--par"));
        forms.put("terminated as if more came", form(start, "\r\n--part\r\n"));
        forms.put("part without disposition", form("--part\r\n" + IMAGE + "\r\n", "\r\n--part--\r\n"));
        forms.put("part without any header", form("--part\r\n\r\n", "\r\n--part--\r\n"));
        forms.put("part without a name", form("--part\r\nContent-Disposition: form-data\r\n\r\n", "\r\n--part--\r\n"));
        forms.put(
                "header flood",
                form("--part\r\n" + DISPOSITION + "X-Flood: 1\r\n".repeat(5_000) + "\r\n", "\r\n--part--\r\n"));
        forms.put(
                "one long header",
                form("--part\r\n" + DISPOSITION + "X-Long: " + "x".repeat(70_000) + "\r\n\r\n", "\r\n--part--\r\n"));
        forms.put(
                "long file name",
                form("--part\r\n" + DISPOSITION.replace("a.png", "a".repeat(20_000)) + "\r\n", "\r\n--part--\r\n"));
        forms.put(
                "nested",
                form(
                        "--part\r\n" + DISPOSITION + "Content-Type: multipart/mixed; boundary=inner\r\n\r\n--inner\r\n"
                                + DISPOSITION + "\r\n",
                        "\r\n--inner--\r\n--part--\r\n"));
        forms.put("headers without an end", form("--part\r\n" + DISPOSITION, ""));
        forms.put("other boundary", form(start.replace("--part", "--other"), "\r\n--other--\r\n"));
        forms.put("no boundary at all", PNG);
        forms.put("only the end", text("--part--\r\n"));
        forms.put("a thousand parts", text(("--part\r\n" + DISPOSITION + "\r\nx\r\n").repeat(1_000) + "--part--\r\n"));
        return forms;
    }

    private static byte[] form(String before, String after) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(text(before));
        form.writeBytes(PNG);
        form.writeBytes(text(after));
        return form.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
