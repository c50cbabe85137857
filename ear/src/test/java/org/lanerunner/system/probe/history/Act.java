package org.lanerunner.system.probe.history;

/** What somebody, or time, can do in a history. */
public enum Act {
    POST_LOAD,
    DRAFT_LOAD,
    POST_DRAFT,
    CHANGE_LOAD,
    CANCEL_LOAD,
    EXPIRE_LOAD,
    POST_TRIP,
    ASSIGN_TRIP,
    END_TRIP,
    CANCEL_TRIP,
    OFFER,
    OFFER_TO_TRIP,
    COUNTER,
    DECLINE,
    WITHDRAW,
    EXPIRE_OFFER,
    ACCEPT,
    DISPATCH,
    ARRIVE,
    DEPART,
    CORRECT,
    UNDO,
    PINPOINT,
    DELIVER,
    ACCEPT_PROOF,
    RELEASE,
    CONTEST,
    ANSWER_CONTEST,
    END_CONTEST,
    CANCEL_BOOKING,
    /** Whatever comes next of itself. */
    GO_ON
}
