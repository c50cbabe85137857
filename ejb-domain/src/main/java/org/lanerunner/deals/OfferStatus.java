package org.lanerunner.deals;

/** Where an offer stands. Every state but OPEN is final; a counter-offer is a new offer. CLOSED: another one won, or the load left the market. */
public enum OfferStatus {
    OPEN,
    ACCEPTED,
    COUNTERED,
    DECLINED,
    WITHDRAWN,
    CLOSED,
    EXPIRED
}
