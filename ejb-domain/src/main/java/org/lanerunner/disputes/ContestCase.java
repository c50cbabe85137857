package org.lanerunner.disputes;

import jakarta.annotation.Nullable;
import org.lanerunner.bookings.BookingView;

/**
 * All that an administrator needs to decide, except the timeline: what both sides say, and the booking with its proof.
 *
 * @param proofFile the photo or paper of the proof; null where there is none
 */
public record ContestCase(
        ContestView contest, BookingView booking, @Nullable ContestView.ContestFile proofFile) {}
