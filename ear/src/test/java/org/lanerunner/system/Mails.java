package org.lanerunner.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server would have mailed, read as who sits at its machine reads it. */
public final class Mails {

    private static final Pattern LINK = Pattern.compile("https?://\\S+#(\\S+)");

    private Mails() {}

    /** An address that has to be confirmed, and whose mail is kept. */
    public static String newAddress() {
        return "somebody-" + UUID.randomUUID() + "@lanes.test";
    }

    /** The newest mail to the address. */
    static JsonNode last(String address) {
        return Api.nobody()
                .get("/dev/mails?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
                .expect(200)
                .body()
                .at("/items/0");
    }

    public static String lastKind(String address) {
        return last(address).path("kind").asText();
    }

    /** The secret of the link in the newest mail to the address. */
    public static String token(String address) {
        Matcher link = LINK.matcher(last(address).path("text").asText());
        if (!link.find()) {
            throw new AssertionError("no link in " + last(address));
        }
        return link.group(1);
    }
}
