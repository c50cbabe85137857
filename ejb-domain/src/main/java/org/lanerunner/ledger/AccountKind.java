package org.lanerunner.ledger;

/** The kinds of accounts, by their purpose. */
public enum AccountKind {
    /** The money that an organisation can spend. */
    WALLET,
    /** The part of an organisation's money that is held for its bookings. */
    ESCROW,
    /** The money that the platform earned. */
    FEE,
    /** The account from which money comes in from outside. Its balance is the negative of all money within. */
    FUNDING;

    boolean ofOrganisation() {
        return this == WALLET || this == ESCROW;
    }
}
