package org.lanerunner.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Sql;

/** Reads the event log. A caller sees the events that name the organisation acted for among their readers; the platform's administrators see all. */
@Stateless
public class EventLog {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID AFTER_ALL = new UUID(-1, -1);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    private Sql sql;

    /**
     * For other features: the events of any of the subjects, and of the aggregate itself (but not all that involve it), oldest first. Empty where the caller
     * may see nothing.
     */
    public Page<EventView> timelineOf(Caller caller, Collection<UUID> subjects, UUID aggregate, PageRequest page) {
        boolean all = caller.may(CommonPermissions.PLATFORM_ADMIN);
        List<EventView> found = sql.query(
                """
                WITH found AS MATERIALIZED (SELECT * FROM events.event WHERE subjects && ? AND (subjects && ? OR aggregate_id = ?) AND (? OR readers @> ?))
                SELECT id, type, aggregate_id, sequence, occurred_at, recorded_at, actor_id, organisation_id, data FROM found
                WHERE id > ? ORDER BY id LIMIT ?""",
                EventLog::view,
                with(subjects, aggregate),
                subjects.toArray(UUID[]::new),
                aggregate,
                all,
                new UUID[] {caller.organisationId()},
                page.afterId(BEFORE_ALL),
                page.limit() + 1);
        return Page.of(found, page.limit(), EventView::id);
    }

    /** For other features: the events of an aggregate, newest first, and one row more than the page has. Empty where the caller may see nothing. */
    public List<EventView> latestOf(Caller caller, UUID aggregate, PageRequest page) {
        return sql.query(
                """
                WITH found AS MATERIALIZED (SELECT * FROM events.event WHERE subjects && ? AND aggregate_id = ? AND (? OR readers @> ?))
                SELECT id, type, aggregate_id, sequence, occurred_at, recorded_at, actor_id, organisation_id, data FROM found
                WHERE id < ? ORDER BY id DESC LIMIT ?""",
                EventLog::view,
                new UUID[] {aggregate},
                aggregate,
                caller.may(CommonPermissions.PLATFORM_ADMIN),
                new UUID[] {caller.organisationId()},
                page.afterId(AFTER_ALL),
                page.limit() + 1);
    }

    private static UUID[] with(Collection<UUID> subjects, UUID aggregate) {
        return Stream.concat(subjects.stream(), Stream.of(aggregate)).toArray(UUID[]::new);
    }

    static EventView view(ResultSet row) throws SQLException {
        return new EventView(
                Sql.id(row, "id"),
                row.getString("type"),
                Sql.id(row, "aggregate_id"),
                row.getLong("sequence"),
                Sql.instant(row, "occurred_at"),
                Sql.instant(row, "recorded_at"),
                Sql.id(row, "actor_id"),
                Sql.id(row, "organisation_id"),
                tree(row.getString("data")));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the log holds no JSON", impossible);
        }
    }
}
