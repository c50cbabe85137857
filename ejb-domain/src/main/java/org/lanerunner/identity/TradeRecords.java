package org.lanerunner.identity;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What organisations have done with what they agreed. The feature that keeps the agreements, bookings, keeps this too. */
public interface TradeRecords {

    /** @param done bookings that are settled; @param cancelled bookings that it called off */
    record TradeRecord(long done, long cancelled) {

        static final TradeRecord NONE = new TradeRecord(0, 0);
    }

    /** The records in one query. An organisation without a record is left out. */
    Map<UUID, TradeRecord> of(Collection<UUID> organisations);
}
