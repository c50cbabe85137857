package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An organisation as the other side of an offer and the market may know it: its name and its record, never a contact.
 *
 * @param name null on the market for a private person
 * @param since when it joined here
 * @param done bookings that it bought or carried and that are settled
 * @param cancelled bookings that it called off
 */
public record Trader(
        UUID id,
        @Nullable String name,
        boolean personal,
        List<OrganisationKind> kinds,
        Instant since,
        long done,
        long cancelled) {

    /** The trader without a private person's name, which only those may know with whom the person trades. */
    public Trader onTheMarket() {
        return personal ? new Trader(id, null, true, kinds, since, done, cancelled) : this;
    }
}
