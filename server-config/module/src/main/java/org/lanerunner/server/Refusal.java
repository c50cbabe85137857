package org.lanerunner.server;

/** The front door's refusals, in the same problem documents that the application writes. */
enum Refusal {
    AMBIGUOUS(400, "request/malformed", "Malformed request", "Where the body ends can't be told.", null),
    MALFORMED(400, "request/malformed", "Malformed request", "The request can't be read.", null),
    TOO_MANY_PARAMETERS(400, "request/malformed", "Malformed request", "The query has too many parameters.", "head"),
    TOO_MANY_HEADERS(
            431, "request/headers", "Too many headers", "The request has too many headers, or too large ones.", "head"),
    NO_TOKEN(401, "request/unauthenticated", "Not signed in", "Sign in before you send so much.", null),
    NOT_ENCRYPTED(
            403,
            "request/not-encrypted",
            "Only over HTTPS",
            "This server answers other machines over HTTPS only; what came with this request came unencrypted.",
            null),
    ADDRESS(403, "request/address", "Not from there", "This server answers nobody at your network address.", null),
    METHOD(405, "request/method", "No such method here", "This address does not take that method.", null),
    TOO_SLOW(408, "request/too-slow", "Too slow", "The body came too slowly; it was not waited for.", "body-rate"),
    TOO_LARGE(413, "request/too-large", "Too large", "The body is larger than this address takes.", "body"),
    NO_ROOM(503, "server/busy", "Not available now", "The server is busy; try again in a moment.", "bodies"),
    NO_STORAGE(507, "server/storage-full", "No room left", "There is no room for the body.", null);

    private final int status;
    private final String slug;
    private final String title;
    private final String detail;
    private final String limit;

    Refusal(int status, String slug, String title, String detail, String limit) {
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.detail = detail;
        this.limit = limit;
    }

    int status() {
        return status;
    }

    /** The limit that was reached, by its word in docs/operations/limits.md; or null. */
    String limit() {
        return limit;
    }

    /** Whether the connection ends, too: the end of the request is unknown, or is not waited for. */
    boolean endsConnection() {
        return this == AMBIGUOUS || this == TOO_SLOW;
    }

    String document(String address, String correlationId) {
        return "{\"type\":\"" + slug + "\",\"title\":\"" + title + "\",\"status\":" + status + ",\"detail\":\"" + detail
                + "\",\"instance\":\"" + escaped(address) + "\",\"correlationId\":\"" + correlationId + "\"}";
    }

    private static String escaped(String address) {
        StringBuilder text = new StringBuilder();
        for (char letter : address.toCharArray()) {
            if (letter == '"' || letter == '\\') {
                text.append('\\').append(letter);
            } else if (letter >= ' ' && letter <= '~') {
                text.append(letter);
            }
        }
        return text.toString();
    }
}
