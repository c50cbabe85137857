package org.lanerunner.system.probe.history;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.disputes.ContestAnswer;
import org.lanerunner.disputes.ContestReason;
import org.lanerunner.disputes.ContestRequest;
import org.lanerunner.disputes.ContestView;
import org.lanerunner.disputes.DisputePermissions;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Principal;

/** Deliveries that their buyers contest, up to the money. */
final class ContestSteps {

    private static final String WHY = "as the photos show";

    private final Caller administrator = new Caller(
            new Principal.Person(UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH, true),
            UUID.randomUUID(),
            Grants.of(Set.of(DisputePermissions.PLATFORM_CONTESTS), Set.of()));
    private final Services services;
    private final World world;

    ContestSteps(Services services, World world) {
        this.services = services;
        this.world = world;
    }

    Attempt<?> contest(Step step) {
        ModelBooking booking = World.pick(world.bookings, step, any -> any.state == ModelBooking.State.DELIVERED);
        if (booking == null) {
            return null;
        }
        Company buyer = booking.leg.load.owner;
        Company who = step.odd() ? world.company(step.how()) : buyer;
        return Attempt.of(
                Attempt.Verdict.of(who == buyer && booking.state == ModelBooking.State.DELIVERED),
                () -> services.contests()
                        .contest(
                                who.caller,
                                booking.id,
                                new ContestRequest(ContestReason.DAMAGED, "wet", null),
                                IfMatch.ANY),
                (ContestView contested) -> {
                    booking.state = ModelBooking.State.CONTESTED;
                    booking.contest = contested.id();
                });
    }

    /** The seller's word, once. */
    Attempt<?> answer(Step step) {
        ModelBooking booking = World.pick(world.bookings, step, ModelBooking::awaitsAnswer);
        if (booking == null) {
            return null;
        }
        Company who = step.odd() ? world.company(step.how()) : booking.seller;
        return Attempt.of(
                Attempt.Verdict.of(who == booking.seller && booking.awaitsAnswer()),
                () -> services.contests().answer(who.caller, booking.id, new ContestAnswer("dry", null), IfMatch.ANY),
                done -> booking.answered = true);
    }

    /** By the buyer, by the seller, or by an administrator, who waits for the answer. */
    Attempt<?> end(Step step) {
        ModelBooking booking = World.pick(world.bookings, step, any -> any.state == ModelBooking.State.CONTESTED);
        if (booking == null) {
            return null;
        }
        boolean contested = booking.state == ModelBooking.State.CONTESTED;
        Company buyer = booking.leg.load.owner;
        Company who = step.odd() ? world.company(step.how()) : step.how() % 4 == 0 ? buyer : booking.seller;
        UUID contest = booking.contest == null ? UUID.randomUUID() : booking.contest;
        return switch (step.how() % 4) {
            case 0 ->
                Attempt.of(
                        Attempt.Verdict.of(contested && who == buyer),
                        () -> services.contests().withdraw(who.caller, booking.id, IfMatch.ANY),
                        done -> RoadSteps.settle(booking));
            case 1 ->
                Attempt.of(
                        Attempt.Verdict.of(contested && who == booking.seller),
                        () -> services.contests().concede(who.caller, booking.id, IfMatch.ANY),
                        done -> refund(booking));
            case 2 ->
                Attempt.of(
                        Attempt.Verdict.of(contested && booking.answered),
                        () -> services.decisions().release(administrator, contest, WHY, IfMatch.ANY),
                        done -> RoadSteps.settle(booking));
            default ->
                Attempt.of(
                        Attempt.Verdict.of(contested && booking.answered),
                        () -> services.decisions().refund(administrator, contest, WHY, IfMatch.ANY),
                        done -> refund(booking));
        };
    }

    private static void refund(ModelBooking booking) {
        booking.state = ModelBooking.State.REFUNDED;
        booking.leg.load.owner.refund(booking.price.minorUnits());
    }
}
