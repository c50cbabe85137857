package org.lanerunner.live.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lanerunner.bookings.Bookings;
import org.lanerunner.events.EventAudience;
import org.lanerunner.events.EventAudiences;
import org.lanerunner.live.Following;
import org.lanerunner.matching.MarketFollowing;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Limits;
import org.lanerunner.trips.DrivenBy;
import org.lanerunner.trips.Trips;

class LiveEventsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final UUID BUYER = UUID.randomUUID();
    private static final UUID SELLER = UUID.randomUUID();
    private static final UUID BOOKING = UUID.randomUUID();
    private static final UUID TRIP = UUID.randomUUID();
    private static final UUID DRIVER = UUID.randomUUID();
    private static final UUID RELIEVED = UUID.randomUUID();
    private static final String VIEW = "haulage.view";
    private static final Grants OFFICE = Grants.of(Set.of(VIEW), Set.of());
    private static final Grants OWN_TRIPS = Grants.of(Set.of(VIEW), Set.of(VIEW));

    private final Limits limits = new Limits(new SimpleMeterRegistry());
    private final LiveIndex index = new LiveIndex();
    private final List<String> questions = new ArrayList<>();
    private UUID drives = DRIVER;

    private final LiveChannels channels = new LiveChannels() {
        @Override
        Instant now() {
            return NOW;
        }

        @Override
        void recheck(LiveChannel channel, Caller caller) {
            questions.add("what may " + channel.socket().address());
        }
    };

    private final Following following = new Following(
            new Bookings() {
                @Override
                public Optional<DrivenBy> drivenBy(UUID id) {
                    questions.add("who drives " + id);
                    return Optional.of(new DrivenBy(SELLER, drives));
                }
            },
            null,
            new Trips() {
                @Override
                public Optional<DrivenBy> drivenBy(UUID id) {
                    questions.add("who drives " + id);
                    return Optional.of(new DrivenBy(SELLER, drives));
                }

                @Override
                public Optional<DrivenBy> accountOf(UUID organisation, UUID driver) {
                    return Optional.of(new DrivenBy(organisation, driver));
                }
            },
            new EventAudiences(List.of(new EventAudience() {
                @Override
                public Map<String, String> permissions() {
                    return Map.of("booking", VIEW, "contest", VIEW, "trip", VIEW, "user", VIEW, "secret", NOBODY);
                }

                @Override
                public Set<String> withheldFromDrivers(String type) {
                    return type.startsWith("contest.") ? Set.of("ground") : Set.of();
                }
            })));

    private final LiveEvents events = new LiveEvents(
            channels, index, following, null, new LiveMarket(channels, index, new MarketFollowing(), limits));

    @Test
    void anEventCostsNothingForTheThousandsWhomItDoesNotConcern() {
        List<HeldSocket> others = IntStream.range(0, 1000)
                .mapToObj(i -> open(UUID.randomUUID(), UUID.randomUUID(), OWN_TRIPS))
                .toList();
        HeldSocket buyer = open(UUID.randomUUID(), BUYER, OFFICE);
        events.push(event("booking.arrived", BOOKING, "{\"bookingId\":\"" + BOOKING + "\"}"));
        assertEquals(1, buyer.sent.size());
        assertFalse(buyer.sent.get(0).contains("readers"));
        assertTrue(others.stream().allMatch(other -> other.sent.isEmpty()));
        assertEquals(List.of(), questions);
    }

    @Test
    void howeverManyDriversListenItIsAskedOnceWhoDrives() {
        List<HeldSocket> colleagues = IntStream.range(0, 100)
                .mapToObj(i -> open(UUID.randomUUID(), SELLER, OWN_TRIPS))
                .toList();
        HeldSocket driver = open(DRIVER, SELLER, OWN_TRIPS);
        events.push(event("booking.arrived", BOOKING, "{\"bookingId\":\"" + BOOKING + "\"}"));
        assertEquals(1, driver.sent.size());
        assertTrue(colleagues.stream().allMatch(colleague -> colleague.sent.isEmpty()));
        assertEquals(List.of("who drives " + BOOKING), questions);
    }

    @Test
    void whoWasRelievedHearsNothingOfWhatHappensAfterAndWhoTookOverDoes() {
        HeldSocket relieved = open(RELIEVED, SELLER, OWN_TRIPS);
        HeldSocket driver = open(DRIVER, SELLER, OWN_TRIPS);
        drives = RELIEVED;
        events.push(event("booking.arrived", BOOKING, "{\"bookingId\":\"" + BOOKING + "\"}"));
        drives = DRIVER;
        events.push(event(
                "trip.assigned",
                TRIP,
                "{\"tripId\":\"%s\",\"organisationId\":\"%s\",\"driverId\":\"%s\",\"before\":{\"driverId\":\"%s\"}}"
                        .formatted(TRIP, SELLER, DRIVER, RELIEVED)));
        events.push(event("booking.departed", BOOKING, "{\"bookingId\":\"" + BOOKING + "\"}"));
        assertEquals(2, relieved.sent.size());
        assertTrue(relieved.sent.get(0).contains("booking.arrived"));
        assertEquals("{\"type\":\"assignments\"}", relieved.sent.get(1));
        assertTrue(driver.sent.get(0).contains("trip.assigned"));
        assertTrue(driver.sent.get(1).contains("booking.departed"));
    }

    @Test
    void whatIsBetweenTheSidesIsNotToldToWhoeverDrives() {
        HeldSocket driver = open(DRIVER, SELLER, OWN_TRIPS);
        HeldSocket office = open(UUID.randomUUID(), SELLER, OFFICE);
        events.push(event(
                "contest.answered", UUID.randomUUID(), "{\"bookingId\":\"" + BOOKING + "\",\"ground\":\"LATE\"}"));
        assertTrue(office.sent.get(0).contains("LATE"));
        assertTrue(driver.sent.get(0).contains("contest.answered"));
        assertFalse(driver.sent.get(0).contains("LATE"));
    }

    @Test
    void whatNoFeatureSpeaksForIsShownToNobody() {
        HeldSocket buyer = open(UUID.randomUUID(), BUYER, OFFICE);
        events.push(event("secret.told", BOOKING, "{}"));
        events.push(event("novelty.come", BOOKING, "{}"));
        assertEquals(List.of(), buyer.sent);
    }

    @Test
    void whoFollowsOneBookingHearsOfThatAlone() {
        HeldSocket socket = new HeldSocket("192.0.2.1");
        LiveChannel channel = listed(socket, UUID.randomUUID(), BUYER, OFFICE);
        channel.follow(BOOKING);
        UUID another = UUID.randomUUID();
        events.push(event("booking.arrived", another, "{\"bookingId\":\"" + another + "\"}"));
        assertEquals(List.of(), socket.sent);
        events.push(event("contest.answered", another, "{\"bookingId\":\"" + BOOKING + "\"}"));
        assertEquals(1, socket.sent.size());
    }

    @Test
    void onlyThePersonWhomItIsAboutIsLookedAtAgain() {
        open(RELIEVED, SELLER, OFFICE);
        HeldSocket member = open(DRIVER, SELLER, OFFICE);
        events.push(event("user.joined", DRIVER, "{\"personId\":\"" + DRIVER + "\"}"));
        assertEquals(List.of("what may " + member.address()), questions);
    }

    private HeldSocket open(UUID person, UUID organisation, Grants grants) {
        HeldSocket socket = new HeldSocket(person.toString());
        socket.takes = true;
        listed(socket, person, organisation, grants).followOrganisation(true);
        return socket;
    }

    private LiveChannel listed(HeldSocket socket, UUID person, UUID organisation, Grants grants) {
        LiveChannel channel = new LiveChannel(socket, limits, NOW);
        index.enter(channel);
        index.isFor(channel, Callers.of(person, organisation, grants));
        return channel;
    }

    private static String event(String type, UUID subject, String data) {
        return "{\"type\":\"lanerunner.%s.v1\",\"subject\":\"%s\",\"readers\":\"%s %s\",\"data\":%s}"
                .formatted(type, subject, BUYER, SELLER, data);
    }
}
