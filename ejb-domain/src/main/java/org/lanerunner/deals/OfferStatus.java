package org.lanerunner.deals;

/** The states of an offer. Every state but OPEN is final, and a counter-offer is a new offer. CLOSED: another one won, or the load left the market. */
public enum OfferStatus {
    OPEN,
    ACCEPTED,
    COUNTERED,
    DECLINED,
    WITHDRAWN,
    CLOSED,
    EXPIRED
}
