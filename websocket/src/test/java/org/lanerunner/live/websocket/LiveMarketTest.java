package org.lanerunner.live.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lanerunner.loads.LoadPermissions;
import org.lanerunner.matching.MarketFollowing;
import org.lanerunner.matching.MarketInterest;
import org.lanerunner.matching.MarketNews;
import org.lanerunner.matching.MarketSide;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Limits;

class LiveMarketTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Limits limits = new Limits(meters);
    private final List<HeldSocket> sockets = new ArrayList<>();
    private final LiveIndex index = new LiveIndex();
    private final List<String> looks = new ArrayList<>();
    private boolean broken;

    private final LiveMarket market = new LiveMarket(
            new LiveChannels() {
                @Override
                Instant now() {
                    return NOW;
                }
            },
            index,
            new MarketFollowing() {
                @Override
                public MarketNews news(Set<UUID> loads, Set<UUID> trips, Set<UUID> mayHaveLeft) {
                    looks.add(loads.size() + " loads, " + trips.size() + " trips, " + mayHaveLeft.size()
                            + " may have left");
                    if (broken) {
                        throw new IllegalStateException("the database is away");
                    }
                    return new MarketNews(List.of(), List.of(), mayHaveLeft);
                }

                @Override
                public Optional<MarketNews.Told> told(Caller caller, MarketInterest interest, MarketNews news) {
                    return Optional.of(new MarketNews.Told(List.of(new UUID(0, 1)), List.of()));
                }
            },
            limits);

    @Test
    void aThousandWhoLookCostOneLook() {
        IntStream.range(0, 1000).forEach(i -> follow(Set.of(LoadPermissions.MARKET_VIEW)));
        heard("load.posted", "{}");
        heard("load.covered", "{}");
        heard("booking.confirmed", "{\"tripId\":\"" + UUID.randomUUID() + "\"}");
        market.push();
        market.push();
        assertEquals(List.of("2 loads, 1 trips, 1 may have left"), looks);
        assertEquals(Set.of("{\"type\":\"market\",\"of\":\"loads\",\"shown\":[\"" + new UUID(0, 1) + "\"]}"), heard());
        assertEquals(
                1000, sockets.stream().mapToInt(socket -> socket.sent.size()).sum());
    }

    @Test
    void whatNeverStoodOnTheMarketIsNotLookedAt() {
        follow(Set.of(LoadPermissions.MARKET_VIEW));
        heard("load.drafted", "{}");
        heard("load.cancelled", "{\"from\":\"DRAFT\"}");
        heard("load.cancelled", "{\"from\":\"COVERED\"}");
        heard("trip.assigned", "{}");
        heard("booking.confirmed", "{}");
        market.push();
        assertEquals(List.of(), looks);
    }

    @Test
    void nobodyLooksSoNothingIsRead() {
        index.enter(new LiveChannel(new HeldSocket("192.0.2.1"), limits, NOW));
        heard("load.posted", "{}");
        market.push();
        assertEquals(List.of(), looks);
    }

    @Test
    void whoMayNotSeeTheMarketAnyMoreHearsNothingOfIt() {
        follow(Set.of());
        heard("load.posted", "{}");
        market.push();
        assertEquals(Set.of(), heard());
    }

    @Test
    void moreThanFiveHundredInASecondAreNotTakenOneByOne() {
        follow(Set.of(LoadPermissions.MARKET_VIEW));
        IntStream.range(0, 501).forEach(i -> heard("load.posted", "{}"));
        market.push();
        assertEquals(List.of(), looks);
        assertEquals(Set.of("{\"type\":\"market\",\"of\":\"loads\",\"many\":true}"), heard());
        assertEquals(
                1,
                meters.get("lanerunner.limit.reached")
                        .tag("limit", "market-news")
                        .functionCounter()
                        .count());
    }

    @Test
    void whatCouldNotBeReadIsNotForgotten() {
        follow(Set.of(LoadPermissions.MARKET_VIEW));
        heard("load.posted", "{}");
        broken = true;
        assertThrows(IllegalStateException.class, market::push);
        market.push();
        assertEquals(Set.of("{\"type\":\"market\",\"of\":\"loads\",\"many\":true}"), heard());
    }

    private void follow(Set<String> permissions) {
        HeldSocket socket = new HeldSocket("192.0.2." + sockets.size());
        LiveChannel channel = new LiveChannel(socket, limits, NOW);
        index.enter(channel);
        index.isFor(channel, Callers.of(UUID.randomUUID(), UUID.randomUUID(), Grants.of(permissions, Set.of())));
        index.follow(channel, new MarketInterest(MarketSide.LOADS, null, null, null, List.of()));
        sockets.add(socket);
    }

    private Set<String> heard() {
        Set<String> all = new TreeSet<>();
        sockets.forEach(socket -> all.addAll(socket.sent));
        return all;
    }

    private void heard(String type, String data) {
        market.heard(LiveEvent.of("{\"type\":\"lanerunner." + type + ".v1\",\"subject\":\"" + UUID.randomUUID()
                + "\",\"data\":" + data + "}"));
    }
}
