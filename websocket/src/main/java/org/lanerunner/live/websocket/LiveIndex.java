package org.lanerunner.live.websocket;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.lanerunner.matching.MarketInterest;
import org.lanerunner.shared.Caller;

/**
 * The channels that are open on this node, listed by their caller, so that an event reaches its readers' channels without a look at all the others. Changes
 * happen one after another, under one lock, and a channel that has left is never listed again. Lookups take no lock; they may just miss a channel that comes,
 * or find one that goes.
 */
@ApplicationScoped
class LiveIndex {

    private final Map<String, LiveChannel> open = new ConcurrentHashMap<>();
    private final Map<UUID, Set<LiveChannel>> byOrganisation = new ConcurrentHashMap<>();
    private final Map<UUID, Set<LiveChannel>> byPerson = new ConcurrentHashMap<>();
    private final Set<LiveChannel> onTheMarket = ConcurrentHashMap.newKeySet();

    LiveIndex() {}

    /** All channels, including those that have shown no ticket yet. */
    Collection<LiveChannel> all() {
        return open.values();
    }

    /** Null where no channel is open under this id. */
    LiveChannel get(String id) {
        return open.get(id);
    }

    /** The organisation's channels, whatever they follow. */
    Collection<LiveChannel> ofOrganisation(UUID organisation) {
        return byOrganisation.getOrDefault(organisation, Set.of());
    }

    /** The person's channels, for whichever organisation the person acts. */
    Collection<LiveChannel> ofPerson(UUID person) {
        return byPerson.getOrDefault(person, Set.of());
    }

    /** The channels that follow some part of the market. */
    Collection<LiveChannel> onTheMarket() {
        return onTheMarket;
    }

    synchronized void enter(LiveChannel channel) {
        open.put(channel.socket().id(), channel);
    }

    /** Lists the channel under this caller from now on. It may be another caller than before, or the same one with other rights. */
    synchronized void isFor(LiveChannel channel, Caller caller) {
        Caller before = channel.caller();
        channel.isFor(caller);
        if (before != null && isSame(before, caller)) {
            return; // the same listing stays, without a moment in which the channel is not listed
        }
        unlist(channel, before);
        if (isOpen(channel)) {
            list(byOrganisation, caller.organisationId(), channel);
            list(byPerson, caller.actorId(), channel);
        }
    }

    synchronized void follow(LiveChannel channel, MarketInterest interest) {
        channel.follow(interest);
        if (isOpen(channel)) {
            onTheMarket.add(channel);
        }
    }

    synchronized void forgetMarket(LiveChannel channel, String key) {
        channel.forgetMarket(key);
        if (channel.market().isEmpty()) {
            onTheMarket.remove(channel);
        }
    }

    synchronized void leave(LiveChannel channel) {
        if (open.remove(channel.socket().id(), channel)) {
            unlist(channel, channel.caller());
            onTheMarket.remove(channel);
        }
    }

    private boolean isOpen(LiveChannel channel) {
        return open.get(channel.socket().id()) == channel;
    }

    private static boolean isSame(Caller one, Caller other) {
        return one.organisationId().equals(other.organisationId())
                && one.actorId().equals(other.actorId());
    }

    /** @param caller null for a channel that has shown no ticket yet */
    private void unlist(LiveChannel channel, Caller caller) {
        if (caller != null) {
            unlist(byOrganisation, caller.organisationId(), channel);
            unlist(byPerson, caller.actorId(), channel);
        }
    }

    private static void list(Map<UUID, Set<LiveChannel>> by, UUID key, LiveChannel channel) {
        by.computeIfAbsent(key, first -> ConcurrentHashMap.newKeySet()).add(channel);
    }

    private static void unlist(Map<UUID, Set<LiveChannel>> by, UUID key, LiveChannel channel) {
        by.computeIfPresent(key, (same, channels) -> {
            channels.remove(channel);
            return channels.isEmpty() ? null : channels;
        });
    }
}
