package org.lanerunner.tracking;

import java.util.List;

/** The result of a batch: how many positions were kept, how many the trip had already, and which were refused and why. */
public record PositionsReceipt(int accepted, int duplicates, List<Refused> refused) {

    /** @param index the position's place in the batch, from 0 */
    public record Refused(int index, PositionFault reason) {}
}
