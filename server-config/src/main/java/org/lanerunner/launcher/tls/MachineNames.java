package org.lanerunner.launcher.tls;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lanerunner.launcher.LaunchFailure;

/**
 * The names of this machine and the addresses under which others reach it; IPv4 only, as the server listens. No name server is asked. The bare host name
 * without a domain is left out: an authority that may speak for it may also speak for all hosts below it.
 */
final class MachineNames {
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?" + "(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    /** An address that is reserved for documentation, so nobody has it. No packet is sent; the system only chooses which of its own addresses it would use. */
    private static final InetSocketAddress ELSEWHERE = new InetSocketAddress("198.51.100.1", 9);

    private MachineNames() {}

    /**
     * All names and addresses. The one that a phone in the same network most likely needs comes first, loopback last.
     *
     * @param further names and addresses that somebody has set, separated by commas
     */
    static List<String> all(String further) {
        Set<String> names = new LinkedHashSet<>(addresses());
        names.addAll(hostNames());
        names.addAll(chosen(further));
        names.add("localhost");
        names.add("127.0.0.1");
        return List.copyOf(names);
    }

    static boolean isAddress(String name) {
        return ADDRESS.matcher(name).matches();
    }

    private static List<String> chosen(String further) {
        return Arrays.stream(further.split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .peek(MachineNames::require)
                .toList();
    }

    private static void require(String name) {
        boolean good = isAddress(name)
                ? Arrays.stream(name.split("\\.")).allMatch(part -> Integer.parseInt(part) < 256)
                : NAME.matcher(name).matches();
        if (!good) {
            throw new LaunchFailure(
                    "LANERUNNER_TLS_NAMES holds \"" + name + "\", which is neither a host name nor an IPv4 address.");
        }
    }

    private static Set<String> addresses() {
        Set<String> addresses = new LinkedHashSet<>();
        outward().ifPresent(addresses::add);
        try {
            Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                    .filter(MachineNames::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                    .map(InetAddress::getHostAddress)
                    .sorted()
                    .forEach(addresses::add);
        } catch (SocketException unknown) {
            // a name that can't be found out is left out
        }
        return addresses;
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException gone) {
            return false;
        }
    }

    private static Optional<String> outward() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(ELSEWHERE);
            InetAddress own = socket.getLocalAddress();
            return own instanceof Inet4Address && !own.isAnyLocalAddress() && !own.isLoopbackAddress()
                    ? Optional.of(own.getHostAddress())
                    : Optional.empty();
        } catch (IOException | java.io.UncheckedIOException noNetwork) {
            return Optional.empty();
        }
    }

    private static Set<String> hostNames() {
        Set<String> names = new LinkedHashSet<>();
        try {
            String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            String first = name.replaceFirst("\\..*", "");
            names.add(name);
            names.add(first + ".local");
        } catch (UnknownHostException nameless) {
            return names;
        }
        return names.stream()
                .filter(name -> NAME.matcher(name).matches() && !isAddress(name) && !name.startsWith("localhost"))
                .filter(name -> name.contains("."))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
