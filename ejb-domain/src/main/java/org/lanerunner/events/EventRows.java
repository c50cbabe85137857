package org.lanerunner.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.lanerunner.events.Gathered.Told;

/** The events of a transaction as the columns that the {@link Recorder}'s statement takes. */
final class EventRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EventRows() {}

    /** @return for each event: its place among the transaction's events of the same aggregate, the number of these, and what stands in log and outbox */
    static Object[] of(List<Told> told, String correlationId) {
        Map<List<Object>, Integer> counts = new HashMap<>();
        Integer[] places = told.stream()
                .map(each -> counts.merge(aggregate(each), 1, Integer::sum))
                .toArray(Integer[]::new);
        return new Object[] {
            places,
            column(told, Integer[]::new, each -> counts.get(aggregate(each))),
            column(told, UUID[]::new, each -> each.event().id()),
            column(told, String[]::new, each -> each.event().type()),
            column(told, Integer[]::new, each -> each.event().eventType().version()),
            column(told, String[]::new, each -> each.event().eventType().family()),
            column(told, UUID[]::new, each -> each.event().aggregateId()),
            column(told, String[]::new, each -> each.event()
                    .occurredAtOr(each.at())
                    .toString()),
            column(told, UUID[]::new, each -> each.caller().principal().actor().orElse(null)),
            column(told, UUID[]::new, each -> each.caller().organisationId()),
            column(told, String[]::new, each -> list(each.event().readers())),
            column(told, String[]::new, each -> list(each.event().subjects())),
            column(told, String[]::new, each -> json(each.event().data())),
            column(told, Boolean[]::new, each -> each.event().isLogged()),
            column(told, Integer[]::new, each -> Outbox.bucketOf(each.event().aggregateId())),
            column(told, String[]::new, each -> each.event().eventType().topic()),
            column(told, String[]::new, each -> each.event().isLogged() ? null : message(each, correlationId))
        };
    }

    /** The message of an event that is not logged. For logged events the relay makes it. */
    private static String message(Told told, String correlationId) {
        return json(CloudEvent.of(told.caller(), told.event(), told.event().occurredAtOr(told.at()), correlationId));
    }

    static UUID[] loggedIds(List<Told> told) {
        return told.stream()
                .map(Told::event)
                .filter(DomainEvent::isLogged)
                .map(DomainEvent::id)
                .toArray(UUID[]::new);
    }

    private static List<Object> aggregate(Told told) {
        return List.of(told.event().eventType().family(), told.event().aggregateId());
    }

    private static <T> T[] column(List<Told> told, IntFunction<T[]> array, Function<Told, T> value) {
        return told.stream().map(value).toArray(array);
    }

    /** The ids as PostgreSQL writes an array of them. */
    private static String list(Collection<UUID> ids) {
        StringBuilder text = new StringBuilder("{");
        ids.forEach(id -> text.append(text.length() > 1 ? "," : "").append(id));
        return text.append('}').toString();
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event that is no JSON", impossible);
        }
    }
}
