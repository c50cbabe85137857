package org.lanerunner.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Decides which network addresses may send requests at all: those that the operator allows, or all where none is named, except those that are denied. This
 * machine itself is always allowed.
 */
final class AddressRule implements HttpHandler {

    private final HttpHandler next;
    private final Refusals refusals;
    private final List<Range> allowed;
    private final List<Range> denied;

    AddressRule(HttpHandler next, Refusals refusals, String allowed, String denied) {
        this.next = next;
        this.refusals = refusals;
        this.allowed = ranges(allowed);
        this.denied = ranges(denied);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (mayAsk(
                exchange.getConnection().getPeerAddress(InetSocketAddress.class).getAddress())) {
            next.handleRequest(exchange);
        } else {
            refusals.answer(exchange, Refusal.ADDRESS);
        }
    }

    boolean mayAsk(InetAddress peer) {
        return peer.isLoopbackAddress()
                || (allowed.isEmpty() || allowed.stream().anyMatch(range -> range.holds(peer)))
                        && denied.stream().noneMatch(range -> range.holds(peer));
    }

    private static List<Range> ranges(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(one -> !one.isBlank())
                .map(Range::of)
                .toList();
    }

    /** {@code 203.0.113.0/24}, or a single address. Host names are refused, so that no name server decides who is let in. */
    private record Range(int first, int bits) {

        private static final int ADDRESS_BITS = 32;

        static Range of(String text) {
            String[] parts = text.split("/", 2);
            int bits = parts.length == 1 ? ADDRESS_BITS : Integer.parseInt(parts[1]);
            if (!parts[0].matches("[0-9.]+") || bits < 0 || bits > ADDRESS_BITS) {
                throw new IllegalArgumentException(text + " is no IPv4 address or network");
            }
            try {
                return new Range(number(InetAddress.getByName(parts[0])) & mask(bits), bits);
            } catch (UnknownHostException noAddress) {
                throw new IllegalArgumentException(text + " is no IPv4 address or network", noAddress);
            }
        }

        boolean holds(InetAddress address) {
            return address.getAddress().length == Integer.BYTES && (number(address) & mask(bits)) == first;
        }

        private static int number(InetAddress address) {
            return ByteBuffer.wrap(address.getAddress()).getInt();
        }

        private static int mask(int bits) {
            return (int) (-1L << (ADDRESS_BITS - bits));
        }
    }
}
