package org.lanerunner.live.websocket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lanerunner.live.LiveSettings;
import org.lanerunner.shared.Settings;

/**
 * The sockets that have shown no ticket yet. Anybody may open one, so only a few may wait at once, both from one address and in all, and each only for a
 * short time. When there are too many the oldest is closed: an honest page shows its ticket at once, and an attacker who only holds places keeps nobody out.
 */
@ApplicationScoped
class WaitingSockets {

    private static final Duration TICKET_WITHIN = Duration.ofSeconds(10);

    private record Place(String address, Runnable deadline) {}

    /** The oldest first. */
    private final Map<LiveChannel, Place> places = new LinkedHashMap<>();

    private final Map<String, Integer> ofAddress = new HashMap<>();

    private Settings settings;

    WaitingSockets() {}

    @Inject
    WaitingSockets(Settings settings) {
        this.settings = settings;
    }

    /**
     * @param overdue what to do when the socket still waits after ten seconds
     * @return the socket that must make room for this one, to be closed
     */
    synchronized Optional<LiveChannel> enter(LiveChannel channel, Runnable overdue) {
        String address = channel.socket().address();
        Optional<LiveChannel> oldest = Optional.empty();
        if (ofAddress.getOrDefault(address, 0) >= settings.number(LiveSettings.WAITING_OF_ADDRESS)) {
            oldest = oldest(place -> place.address().equals(address));
        } else if (places.size() >= settings.number(LiveSettings.WAITING)) {
            oldest = oldest(place -> true);
        }
        oldest.ifPresent(this::leave);
        ofAddress.merge(address, 1, Integer::sum);
        places.put(channel, new Place(address, channel.socket().after(TICKET_WITHIN, overdue)));
        return oldest;
    }

    /** The channel has shown its ticket or is gone. A second call does nothing. */
    synchronized void leave(LiveChannel channel) {
        Place place = places.remove(channel);
        if (place != null) {
            place.deadline().run();
            ofAddress.computeIfPresent(place.address(), (address, open) -> open == 1 ? null : open - 1);
        }
    }

    private Optional<LiveChannel> oldest(Predicate<Place> wanted) {
        return places.entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
