package org.lanerunner.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.URLUtils;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.Map;

/**
 * Refuses a request head that two servers could read in two ways, so that no request can be smuggled past one of them inside another's body. It also refuses
 * a head that can't be read or is too large. The server itself already refuses a body with two lengths; but it treats any unknown transfer coding as chunked,
 * and accepts a header name that contains a blank.
 */
final class HeadRules implements HttpHandler {

    static final int HEADERS = 100;
    static final int HEADER_BYTES = 32 * 1024;
    static final int COOKIES = 100;
    static final int PARAMETERS = 100;

    /** Replaces bytes that are no character. */
    private static final char NO_CHARACTER = '\uFFFD';

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private final HttpHandler next;
    private final Refusals refusals;

    HeadRules(HttpHandler next, Refusals refusals) {
        this.next = next;
        this.refusals = refusals;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        Refusal refusal = refusal(exchange);
        if (refusal == null) {
            next.handleRequest(exchange);
        } else {
            refusals.answer(exchange, refusal);
        }
    }

    private static Refusal refusal(HttpServerExchange exchange) {
        if (exchange.getRequestMethod().equals(Methods.CONNECT)
                || exchange.getRequestMethod().equals(Methods.TRACE)) {
            return Refusal.METHOD;
        }
        HeaderMap headers = exchange.getRequestHeaders();
        if (!headersAreClear(headers) || !codingIsKnown(exchange, headers)) {
            return Refusal.AMBIGUOUS;
        }
        if (count(headers) > HEADERS || bytes(headers) > HEADER_BYTES || cookies(headers) > COOKIES) {
            return Refusal.TOO_MANY_HEADERS;
        }
        int parameters = exchange.getQueryParameters().values().stream()
                .mapToInt(Deque::size)
                .sum();
        if (parameters > PARAMETERS) {
            return Refusal.TOO_MANY_PARAMETERS;
        }
        return decodes(exchange) ? null : Refusal.MALFORMED;
    }

    /** Chunked is the only coding that is accepted, named once and in HTTP/1.1 alone. */
    private static boolean codingIsKnown(HttpServerExchange exchange, HeaderMap headers) {
        HeaderValues coding = headers.get(Headers.TRANSFER_ENCODING);
        return coding == null
                || coding.size() == 1 && coding.getFirst().strip().equalsIgnoreCase("chunked") && exchange.isHttp11();
    }

    private static boolean headersAreClear(HeaderMap headers) {
        for (HeaderValues header : headers) {
            if (!isToken(header.getHeaderName())) {
                return false;
            }
            for (String value : header) {
                if (value.chars().anyMatch(letter -> letter < ' ' && letter != '\t' || letter == 0x7f)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isToken(HttpString name) {
        for (int i = 0; i < name.length(); i++) {
            int letter = name.byteAt(i);
            boolean alphanumeric =
                    letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9';
            if (!alphanumeric && TOKEN_MARKS.indexOf(letter) < 0) {
                return false;
            }
        }
        return name.length() > 0;
    }

    /** Counts every header line, including those with the same name. */
    private static int count(HeaderMap headers) {
        int count = 0;
        for (HeaderValues header : headers) {
            count += header.size();
        }
        return count;
    }

    /** The server itself fails with more than 200 cookies, before any code here is called. */
    private static int cookies(HeaderMap headers) {
        HeaderValues cookies = headers.get(Headers.COOKIE);
        return cookies == null
                ? 0
                : cookies.stream()
                        .mapToInt(line -> (int) line.chars()
                                        .filter(letter -> letter == ';' || letter == ',')
                                        .count()
                                + 1)
                        .sum();
    }

    private static int bytes(HeaderMap headers) {
        int bytes = 0;
        for (HeaderValues header : headers) {
            for (String value : header) {
                bytes += header.getHeaderName().length() + value.length();
            }
        }
        return bytes;
    }

    private static boolean decodes(HttpServerExchange exchange) {
        StringBuilder buffer = new StringBuilder();
        try {
            decode(exchange.getRequestPath(), false, buffer);
            decode(exchange.getRequestURI(), false, buffer);
            for (Map.Entry<String, Deque<String>> parameter :
                    exchange.getQueryParameters().entrySet()) {
                decode(parameter.getKey(), true, buffer);
                parameter.getValue().forEach(value -> decode(value, true, buffer));
            }
            return true;
        } catch (IllegalArgumentException undecodable) {
            return false;
        }
    }

    private static void decode(String text, boolean form, StringBuilder buffer) {
        if (text.indexOf('%') >= 0) {
            String decoded = URLUtils.decode(text, StandardCharsets.UTF_8.name(), true, form, buffer);
            if (decoded.indexOf(NO_CHARACTER) >= 0) {
                throw new IllegalArgumentException("bytes that are not UTF-8");
            }
        }
    }
}
