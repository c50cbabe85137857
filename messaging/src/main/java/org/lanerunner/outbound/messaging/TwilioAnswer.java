package org.lanerunner.outbound.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Set;

/**
 * Twilio's answer to a message: its id, or whose fault it is that there is none. A refusal with a code is about the message, unless the code is about our
 * account or sender: then all messages wait until somebody has put that right.
 */
record TwilioAnswer(int status, int code, String id) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> TOOK = Set.of(200, 201, 202);

    /** A gateway on the way that gave up. Twilio, behind it, may have taken the message all the same. */
    private static final Set<Integer> GAVE_UP = Set.of(502, 504);

    /** We were not let in, or sent too many at once. */
    private static final Set<Integer> OF_US = Set.of(401, 403, 404, 407, 408, 429);

    /** The sender is missing, not valid or not ours; the messaging service has no number; or the account's daily quota is used up. */
    private static final Set<Integer> CODES_OF_US =
            Set.of(20003, 20404, 20429, 21212, 21603, 21606, 21659, 21660, 21701, 21703, 21704, 21705, 63038);

    static TwilioAnswer of(int status, byte[] body) {
        JsonNode json = json(body);
        return new TwilioAnswer(
                status,
                json.path("code").asInt(0),
                json.path("sid").isTextual() ? json.path("sid").asText() : null);
    }

    /** @return Twilio's id for the message; null where the answer has none */
    String taken() {
        if (TOOK.contains(status)) {
            return id;
        }
        if (GAVE_UP.contains(status)) {
            throw new Unanswered(slug(), null);
        }
        boolean refused = status >= 400 && status < 500 && !OF_US.contains(status) && !CODES_OF_US.contains(code);
        if (refused) {
            throw new NotWanted(slug(), true);
        }
        throw new Unreachable(slug(), null);
    }

    private String slug() {
        return code == 0 ? "twilio/http-" + status : "twilio/" + code;
    }

    private static JsonNode json(byte[] body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? MissingNode.getInstance() : read;
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }
}
