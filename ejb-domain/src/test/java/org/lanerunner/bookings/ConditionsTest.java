package org.lanerunner.bookings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lanerunner.loads.LoadFixture.CHICAGO;
import static org.lanerunner.loads.LoadFixture.DENVER;
import static org.lanerunner.loads.LoadFixture.NOW;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lanerunner.loads.CargoMode;
import org.lanerunner.loads.LoadFixture;
import org.lanerunner.shared.Refusal;

/** Features bring conditions in whatever order the server finds them. */
class ConditionsTest {

    private interface Condition {
        void check();
    }

    private static final class Contested implements Condition {
        @Override
        public void check() {
            throw Refusal.conflict("a/contested", "No.");
        }
    }

    private static final class Signed implements Condition {
        @Override
        public void check() {
            throw Refusal.conflict("a/not-signed", "No.");
        }
    }

    @Test
    void whicheverIsFoundFirstTheSameOneRefuses() {
        for (List<Condition> found : List.of(
                List.<Condition>of(new Signed(), new Contested()), List.<Condition>of(new Contested(), new Signed()))) {
            Refusal refused =
                    assertThrows(Refusal.class, () -> Conditions.inOrder(found).forEach(Condition::check));
            assertEquals("a/contested", refused.slug());
        }
    }

    @Test
    void aBookingThatCantBeDispatchedIsToldSoBeforeAnyConditionIsAsked() {
        Booking booking = BookingFixture.booking(LoadFixture.offered(CargoMode.FULL, 9000, CHICAGO, DENVER));
        booking.cancel("no truck", NOW);
        Refusal refused = assertThrows(Refusal.class, () -> new Conditions().requireForDispatch(booking, NOW));
        assertEquals("bookings/not-confirmed", refused.slug());
    }
}
