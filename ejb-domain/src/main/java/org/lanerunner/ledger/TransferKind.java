package org.lanerunner.ledger;

/** The reasons for which money moves. */
public enum TransferKind {
    TOP_UP,
    HOLD,
    RELEASE,
    REFUND
}
