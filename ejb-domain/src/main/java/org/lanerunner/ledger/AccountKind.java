package org.lanerunner.ledger;

/** What an account is for. */
public enum AccountKind {
    /** What an organisation can spend. */
    WALLET,
    /** What is held of an organisation's money for its bookings. */
    ESCROW,
    /** What the platform earned. */
    FEE,
    /** Where money comes from outside; its balance is the negative of all money within. */
    FUNDING;

    boolean ofOrganisation() {
        return this == WALLET || this == ESCROW;
    }
}
