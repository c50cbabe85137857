package org.lanerunner.events;

import java.util.List;

/** A consumer whose read model can be made anew from the log, and from what it has kept of months that have left the log. */
public interface ReplayableConsumer extends EventConsumer {

    /** Empties the read model, except for what was kept. All events of the log come next, in its order. */
    void startAnew();

    /** Keeps what matters of events that are about to leave the log. */
    void keep(List<ReceivedEvent> leaving);
}
