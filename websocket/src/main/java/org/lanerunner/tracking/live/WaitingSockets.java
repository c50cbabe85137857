package org.lanerunner.tracking.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;

/**
 * The sockets that have shown no ticket yet. Anybody may open one, so they are few at once, of one address and in all, and none waits long.
 */
@ApplicationScoped
class WaitingSockets {

    private static final Duration TICKET_WITHIN = Duration.ofSeconds(10);

    private final Map<LiveChannel, Runnable> deadlines = new HashMap<>();
    private final Map<String, Integer> ofAddress = new HashMap<>();

    private Settings settings;

    WaitingSockets() {}

    @Inject
    WaitingSockets(Settings settings) {
        this.settings = settings;
    }

    /**
     * @param overdue what to do when the socket is still here after ten seconds
     * @return false when too many wait already
     */
    synchronized boolean enter(LiveChannel channel, Runnable overdue) {
        String address = channel.socket().address();
        if (deadlines.size() >= settings.number(Setting.LIVE_WAITING)
                || ofAddress.getOrDefault(address, 0) >= settings.number(Setting.LIVE_WAITING_OF_ADDRESS)) {
            return false;
        }
        ofAddress.merge(address, 1, Integer::sum);
        deadlines.put(channel, channel.socket().after(TICKET_WITHIN, overdue));
        return true;
    }

    /** It showed its ticket, or is gone; twice is once. */
    synchronized void leave(LiveChannel channel) {
        Runnable deadline = deadlines.remove(channel);
        if (deadline != null) {
            deadline.run();
            ofAddress.computeIfPresent(channel.socket().address(), (address, open) -> open == 1 ? null : open - 1);
        }
    }
}
