package org.lanerunner.gate;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.lanerunner.shared.Network;

/**
 * Tells which addresses some rules shut out: those whose network one rule denies and none allows. The address by which this machine speaks to itself, from
 * which a proxy on it also speaks for everybody, is never shut out: somebody at the machine could change the rules anyway.
 */
record ShutOut(List<Rule> rules) {

    static final ShutOut NOBODY = new ShutOut(List.of());
    private static final Network THIS_MACHINE = Network.of("127.0.0.1").orElseThrow();

    /** @param until null if it has no end */
    record Rule(Network network, NetworkEffect effect, Instant until) {

        private boolean says(NetworkEffect wanted, Network address, Instant now) {
            return effect == wanted && (until == null || now.isBefore(until)) && network.holds(address);
        }
    }

    /** True if the address is shut out now, or will be at a later time when a rule that lets it in has ended. */
    boolean willHold(String address, Instant now) {
        return Stream.concat(
                        Stream.of(now),
                        rules.stream().map(Rule::until).filter(until -> until != null && until.isAfter(now)))
                .anyMatch(time -> holds(address, time));
    }

    boolean holds(String address, Instant now) {
        if (rules.isEmpty()) {
            return false;
        }
        Network from = Network.of(address).orElse(null);
        return from != null
                && !from.equals(THIS_MACHINE)
                && rules.stream().anyMatch(rule -> rule.says(NetworkEffect.DENY, from, now))
                && rules.stream().noneMatch(rule -> rule.says(NetworkEffect.ALLOW, from, now));
    }
}
