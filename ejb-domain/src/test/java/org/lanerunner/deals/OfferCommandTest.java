package org.lanerunner.deals;

import static org.lanerunner.loads.LoadFixture.CHICAGO;
import static org.lanerunner.loads.LoadFixture.DENVER;
import static org.lanerunner.loads.LoadFixture.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.loads.CargoMode;
import org.lanerunner.loads.LoadFixture;
import org.lanerunner.loads.OfferedLeg;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommandTable;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Principal;

class OfferCommandTest {

    private static final Money PRICE = Money.of("2000.00", "USD");

    private final OfferedLeg leg = LoadFixture.offered(CargoMode.FULL, 9000, CHICAGO, DENVER);
    private final UUID seller = UUID.randomUUID();

    @Test
    void everyCommandKeepsToItsRowInEveryState() {
        CommandTable.walk(
                OfferCommand.class,
                OfferStatus.class,
                (command, state) -> CommandTable.in(state, offer()),
                this::give,
                offer -> offer.view(of(seller), null, null, null, null));
    }

    private Offer offer() {
        return new Offer(leg, null, seller, seller, PRICE, 300, NOW.plus(Duration.ofHours(1)), NOW);
    }

    private void give(OfferCommand command, Offer offer) {
        switch (command) {
            case COUNTER -> offer.counter(of(leg.organisationId()), PRICE, NOW.plus(Duration.ofHours(1)), NOW);
            case ACCEPT -> offer.accept(of(leg.organisationId()), NOW);
            case DECLINE -> offer.decline(of(leg.organisationId()), NOW);
            case WITHDRAW -> offer.withdraw(of(seller), NOW);
            case GIVE_WAY -> offer.giveWayTo(offer(), NOW);
            case CLOSE -> offer.close(Offer.Closing.OTHER_ACCEPTED);
            case EXPIRE -> offer.expire();
        }
    }

    private static Caller of(UUID organisation) {
        return new Caller(
                new Principal.Person(UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH, false),
                organisation,
                Grants.NONE);
    }
}
