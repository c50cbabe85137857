package org.lanerunner.bookings;

import org.lanerunner.shared.Refusal;

/**
 * What was told of the road a moment ago and is not so.
 *
 * @param stop its sequence, from 0; none of a dispatch
 */
public record UndoRequest(Undoable what, Integer stop) {

    public boolean ofDispatch() {
        return what == Undoable.DISPATCH;
    }

    /** @throws Refusal INVALID unless it says what, and of an arrival or departure where */
    void check() {
        if (what == null) {
            throw Refusal.invalid("/what", "Say what is taken back.");
        }
        if ((stop == null) != ofDispatch()) {
            throw Refusal.invalid("/stop", stop == null ? "Say at which stop." : "A dispatch is of no stop.");
        }
    }
}
