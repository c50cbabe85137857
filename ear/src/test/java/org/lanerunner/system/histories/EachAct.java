package org.lanerunner.system.histories;

import static org.lanerunner.system.probe.history.Act.*;

import java.util.List;
import org.lanerunner.system.probe.history.Act;
import org.lanerunner.system.probe.history.Step;

/**
 * One history in which each act is done at least once, since by chance some are hardly ever: a trip that ends before its last stop takes a whole delivery on the way. Company 0 ships,
 * 1 and 3 carry. A new act gets its step here.
 */
final class EachAct {

    /** The first of the three places to the second, at a price, so that a trip to the third does not end with it. */
    private static final int SHORT = 2;

    /** The same for bids. */
    private static final int SHORT_FOR_BIDS = 12;

    /** The leg of the last of the loads. */
    private static final int TALKED_ABOUT = 3;

    static final List<Step> STEPS = List.of(
            // on a posted trip, up to the money and its carrier's word that the trip is over
            by(0, POST_LOAD, SHORT),
            by(1, POST_TRIP, 1),
            by(1, OFFER, 1),
            by(0, ACCEPT, 1),
            by(1, ASSIGN_TRIP, 1),
            by(1, PINPOINT, 1),
            by(1, DISPATCH, 1),
            by(1, ARRIVE, 1),
            by(1, CORRECT, 4),
            by(1, DEPART, 1),
            by(1, ARRIVE, 1),
            by(1, DELIVER, 1),
            by(0, ACCEPT_PROOF, 1),
            by(1, END_TRIP, 1),
            // on a trip made for it, up to the money that comes by itself
            by(0, POST_LOAD, SHORT),
            by(1, OFFER, 2),
            by(0, ACCEPT, 1),
            by(1, ASSIGN_TRIP, 1),
            by(1, DISPATCH, 1),
            by(1, UNDO, 1),
            by(1, DISPATCH, 1),
            by(1, ARRIVE, 1),
            by(1, ARRIVE, 1),
            by(1, UNDO, 1),
            by(1, ARRIVE, 1),
            by(1, DELIVER, 1),
            by(0, RELEASE, 1),
            // contested and answered, up to an administrator's word
            by(0, POST_LOAD, SHORT),
            by(1, OFFER, 2),
            by(0, ACCEPT, 1),
            by(1, ASSIGN_TRIP, 1),
            by(1, DISPATCH, 1),
            by(1, ARRIVE, 1),
            by(1, ARRIVE, 1),
            by(1, DELIVER, 1),
            by(0, CONTEST, 1),
            by(1, ANSWER_CONTEST, 1),
            by(0, END_CONTEST, 3),
            // agreed, and given up
            by(0, POST_LOAD, SHORT),
            by(1, OFFER, 2),
            by(0, ACCEPT, 1),
            by(0, CANCEL_BOOKING, 1),
            by(0, CANCEL_LOAD, 1),
            // talked about, until its time is over
            by(0, DRAFT_LOAD, SHORT),
            by(0, CHANGE_LOAD, SHORT_FOR_BIDS),
            by(0, POST_DRAFT, 1),
            by(1, OFFER, 2),
            by(0, DECLINE, 1),
            by(1, OFFER, 2),
            by(1, WITHDRAW, 1),
            by(1, OFFER, 2),
            by(0, COUNTER, 3),
            by(0, EXPIRE_OFFER, 1),
            by(3, POST_TRIP, 1),
            by(0, OFFER_TO_TRIP, 1),
            new Step(EXPIRE_LOAD, 0, TALKED_ABOUT, 1),
            by(3, CANCEL_TRIP, 1));

    private EachAct() {}

    /** About whatever fits first. */
    private static Step by(int company, Act act, int how) {
        return new Step(act, company, 0, how);
    }
}
