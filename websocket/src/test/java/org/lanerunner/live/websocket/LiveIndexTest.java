package org.lanerunner.live.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.matching.MarketInterest;
import org.lanerunner.matching.MarketSide;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Limits;

class LiveIndexTest {

    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final MarketInterest LOADS = new MarketInterest(MarketSide.LOADS, null, null, null, List.of());
    private static final MarketInterest TRIPS = new MarketInterest(MarketSide.TRIPS, null, null, null, List.of());

    private final LiveIndex index = new LiveIndex();
    private final LiveChannel channel = channel();

    @Test
    void aChannelIsOfNobodyUntilItsTicketWasGood() {
        index.enter(channel);
        assertListed(List.of(), List.of(), List.of());
        index.isFor(channel, caller(ORGANISATION));
        assertListed(List.of(channel), List.of(), List.of(channel));
    }

    @Test
    void whoActsForAnotherOrganisationIsOfThatOne() {
        index.enter(channel);
        index.isFor(channel, caller(ORGANISATION));
        index.isFor(channel, caller(OTHER));
        assertListed(List.of(), List.of(channel), List.of(channel));
    }

    @Test
    void whoMayDoOtherThingsNowStaysListedAndIsKnownAsThat() {
        index.enter(channel);
        index.isFor(channel, caller(ORGANISATION));
        Caller now = caller(ORGANISATION);
        index.isFor(channel, now);
        assertListed(List.of(channel), List.of(), List.of(channel));
        assertSame(now, channel.caller());
    }

    @Test
    void theMarketsFollowersAreThoseThatFollowSomeOfIt() {
        index.enter(channel);
        index.isFor(channel, caller(ORGANISATION));
        index.follow(channel, LOADS);
        index.follow(channel, TRIPS);
        index.forgetMarket(channel, LOADS.key());
        assertSameOf(List.of(channel), index.onTheMarket());
        index.forgetMarket(channel, TRIPS.key());
        assertSameOf(List.of(), index.onTheMarket());
    }

    @Test
    void whoHasLeftIsNowhereAndIsNeverListedAgain() {
        LiveChannel staying = channel();
        for (LiveChannel each : List.of(channel, staying)) {
            index.enter(each);
            index.isFor(each, caller(ORGANISATION));
            index.follow(each, LOADS);
        }
        index.leave(channel);
        index.follow(channel, TRIPS);
        index.isFor(channel, caller(OTHER));
        index.isFor(channel, caller(ORGANISATION));
        assertListed(List.of(staying), List.of(), List.of(staying));
        assertSameOf(List.of(staying), index.onTheMarket());
        assertSameOf(List.of(staying), index.all());
    }

    private void assertListed(List<LiveChannel> own, List<LiveChannel> others, List<LiveChannel> persons) {
        assertSameOf(own, index.ofOrganisation(ORGANISATION));
        assertSameOf(others, index.ofOrganisation(OTHER));
        assertSameOf(persons, index.ofPerson(PERSON));
    }

    private static void assertSameOf(List<LiveChannel> expected, Collection<LiveChannel> listed) {
        assertEquals(Set.copyOf(expected), Set.copyOf(listed));
    }

    private static Caller caller(UUID organisation) {
        return Callers.of(PERSON, organisation, Grants.NONE);
    }

    private static LiveChannel channel() {
        return new LiveChannel(new HeldSocket("192.0.2.1"), new Limits(new SimpleMeterRegistry()), Instant.EPOCH);
    }
}
