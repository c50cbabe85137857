package org.lanerunner.deals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Principal;
import org.lanerunner.shared.Refusal;

class OfferTest {

    private static final Instant END = NOW.plus(Duration.ofHours(1));

    private final OfferedLeg leg = LoadFixture.offered(CargoMode.FULL, 9000, CHICAGO, DENVER);
    private final UUID seller = UUID.randomUUID();
    private final Caller buyerSide = caller(leg.organisationId());
    private final Caller sellerSide = caller(seller);
    private final Offer offer = new Offer(leg, null, seller, seller, Money.of("1999.99", "USD"), 300, END, NOW);

    private static Caller caller(UUID organisation) {
        return new Caller(
                new Principal.Person(UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH, false),
                organisation,
                Grants.NONE);
    }

    private static OfferView view(Offer offer, Caller reader) {
        return offer.view(reader, null, null, null, null);
    }

    private static String slug(Runnable change) {
        return assertThrows(Refusal.class, change::run).slug();
    }

    @Test
    void theFeeIsShownAndTogetherWithTheRestIsThePrice() {
        OfferView view = view(offer, sellerSide);
        assertEquals(Money.of("60.00", "USD"), view.fee());
        assertEquals(view.price(), view.fee().plus(view.sellerReceives()));
        assertEquals(OfferView.Direction.MADE, view.direction());
        assertEquals(OfferView.Direction.RECEIVED, view(offer, buyerSide).direction());
    }

    @Test
    void onlyTheOtherSideAnswers() {
        assertEquals("offers/own-offer", slug(() -> offer.accept(sellerSide, NOW)));
        assertEquals("offers/own-offer", slug(() -> offer.decline(sellerSide, NOW)));
        assertEquals("offers/not-yours-to-withdraw", slug(() -> offer.withdraw(buyerSide, NOW)));
    }

    @Test
    void anAnsweredOfferIsAnsweredForGood() {
        offer.accept(buyerSide, NOW);
        assertEquals("offers/not-open", slug(() -> offer.accept(buyerSide, NOW)));
        assertEquals("offers/not-open", slug(() -> offer.withdraw(sellerSide, NOW)));
    }

    @Test
    void whoAnsweredIsToldFromTheReadersSide() {
        offer.decline(buyerSide, NOW);
        Caller colleague = caller(leg.organisationId());
        assertEquals(
                new OfferEnd(NOW, OfferEnd.EndedBy.YOU), view(offer, buyerSide).end());
        assertEquals(
                new OfferEnd(NOW, OfferEnd.EndedBy.COLLEAGUE),
                view(offer, colleague).end());
        assertEquals(
                new OfferEnd(NOW, OfferEnd.EndedBy.OTHER_SIDE),
                view(offer, sellerSide).end());
    }

    @Test
    void whatEndsByItselfIsNobodysAnswer() {
        offer.close(Offer.Closing.OTHER_ACCEPTED);
        assertNull(view(offer, sellerSide).end());
    }

    @Test
    void anOfferWhoseTimeIsOverIsNotAcceptedEvenBeforeTheTimerExpiresIt() {
        assertEquals("offers/expired", slug(() -> offer.accept(buyerSide, END)));
        assertTrue(offer.overAt(END));
        assertEquals("offer.expired", offer.expire().type());
    }

    @Test
    void aCounterOfferGoesTheOtherWayAndClosesTheFirst() {
        Offer counter = offer.counter(buyerSide, Money.of("1800.00", "USD"), END, NOW);
        assertEquals(OfferStatus.COUNTERED, offer.status());
        OfferView view = view(counter, sellerSide);
        assertEquals(OfferView.Direction.RECEIVED, view.direction());
        assertEquals(offer.id(), view.counters());
        assertEquals("offers/not-open", slug(() -> offer.accept(buyerSide, NOW)));
        counter.accept(sellerSide, NOW);
    }
}
