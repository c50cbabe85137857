package org.lanerunner.events;

import java.util.List;

/** A consumer whose read model can be made anew from the log, and from what it has kept of the months that the log does not reach any more. */
public interface ReplayableConsumer extends EventConsumer {

    /** Empties the read model, down to what was kept. All events of the log come next, in its order. */
    void startAnew();

    /** Keeps what matters of events that are about to leave the log. */
    void keep(List<ReceivedEvent> leaving);
}
