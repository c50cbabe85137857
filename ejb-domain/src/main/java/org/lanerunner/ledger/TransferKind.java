package org.lanerunner.ledger;

/** Why money moves. */
public enum TransferKind {
    TOP_UP,
    HOLD,
    RELEASE,
    REFUND
}
