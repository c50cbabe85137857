package org.lanerunner.events;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.PageRequest;

/**
 * Lets an organisation follow the events that it may read, from the first of the log to those that commit while it reads. Each comes once, and none is left
 * out.
 */
@Stateless
public class EventFeed {

    /** The number of events through which one call looks for those that the organisation may read. */
    private static final int LOOKED_THROUGH = 5_000;

    @Inject
    private LogReader log;

    /**
     * Events that follow one another in the log.
     *
     * @param next the cursor for the next call; the same one again while there is nothing new
     * @param more whether asking again at once can bring more; this is possible even where there are no items
     */
    public record Part(List<EventView> items, String next, boolean more) {}

    /** @param page its {@code after} is the {@code next} of the part before, null for the start of the log */
    public Part read(Caller caller, PageRequest page) {
        caller.require(EventPermissions.VIEW);
        Cursor after = page.after() == null ? Cursor.START : Cursor.of(page.after());
        Optional<LogReader.Span> span = log.after(after, LOOKED_THROUGH);
        if (span.isEmpty()) {
            return new Part(List.of(), after.text(), false);
        }
        List<Placed> found = log.between(
                after,
                span.get().end(),
                caller.organisationId(),
                page.limit() + 1,
                row -> new Placed(LogReader.cursor(row), EventLog.view(row)));
        boolean full = found.size() > page.limit();
        List<Placed> shown = full ? found.subList(0, page.limit()) : found;
        Cursor next = full ? shown.get(shown.size() - 1).at() : span.get().end();
        return new Part(
                shown.stream().map(Placed::event).toList(),
                next.text(),
                full || span.get().events() == LOOKED_THROUGH);
    }

    /** How far readers are behind because of transactions that run long. */
    public Duration lag() {
        return log.lag();
    }

    private record Placed(Cursor at, EventView event) {}
}
