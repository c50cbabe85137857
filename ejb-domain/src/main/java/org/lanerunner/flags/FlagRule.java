package org.lanerunner.flags;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.shared.Caller;

/**
 * Decides for whom a flag is on, in this order: killed, it is off for everybody; named persons and organisations have it; of all others, those have it whose
 * place lies below the percentage. A unit's place is one of ten thousand, made of the flag's key and the unit's id alone: the same on every node and at any
 * time, and another for each flag. So a percentage that is raised takes the flag from nobody.
 */
record FlagRule(String key, boolean killed, int percentage, Set<UUID> organisations, Set<UUID> persons, int version) {

    static final int ALL = 100;

    private static final int PLACES = 10_000;

    FlagRule {
        organisations = Set.copyOf(organisations);
        persons = Set.copyOf(persons);
    }

    boolean isOn(Caller caller, Flag flag) {
        if (killed) {
            return false;
        }
        if (organisations.contains(caller.organisationId())
                || caller.principal().actor().filter(persons::contains).isPresent()) {
            return true;
        }
        return flag.unit()
                .of(caller)
                .map(unit -> place(key, unit) < percentage * (PLACES / ALL))
                .orElse(flag.onByDefault());
    }

    /** A unit's place, from 0 to 9,999. */
    static int place(String key, UUID unit) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((key + ':' + unit).getBytes(StandardCharsets.US_ASCII));
            return (int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), PLACES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
