package org.lanerunner.bookings;

import org.lanerunner.shared.Refusal;

/**
 * A request to take back a fact of the road that was told a moment ago and is not so.
 *
 * @param stop its sequence, from 0; null for a dispatch
 */
public record UndoRequest(Undoable what, Integer stop) {

    public boolean ofDispatch() {
        return what == Undoable.DISPATCH;
    }

    /** @throws Refusal INVALID unless it says what is taken back and, for an arrival or departure, at which stop */
    void check() {
        if (what == null) {
            throw Refusal.invalid("/what", "Say what is taken back.");
        }
        if ((stop == null) != ofDispatch()) {
            throw Refusal.invalid("/stop", stop == null ? "Say at which stop." : "A dispatch is of no stop.");
        }
    }
}
