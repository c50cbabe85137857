package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Whom one trades with, as the other side of an offer and the market may know an organisation: its name and its record, never a contact.
 *
 * @param name null on the market where it is a private person's
 * @param since when it came here
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

    /** A private person's name is for those whom they trade with. */
    public Trader onTheMarket() {
        return personal ? new Trader(id, null, true, kinds, since, done, cancelled) : this;
    }
}
