package org.lanerunner.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Origin;
import org.lanerunner.shared.Principal;
import org.lanerunner.shared.SealingKey;
import org.lanerunner.shared.Sql;

/** Reads the audit: who did what, from where, and what that changed. A value that named a person who was erased reads as absent. */
@Stateless
public class AuditTrail {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    private Sql sql;

    @Inject
    private PersonKeys keys;

    /**
     * One attribute of the row, before and after; absent values are JSON nulls.
     *
     * @param principalId the person or key; null where the system did it by itself
     */
    public record Changed(
            Instant at,
            Principal.Kind principal,
            UUID principalId,
            String action,
            String attribute,
            JsonNode before,
            JsonNode after) {}

    /** The outcome of a call. */
    public enum Outcome {
        DONE,
        /** The caller was not allowed to, or it was not known who asked. */
        DENIED,
        /** The call was refused for its content or for the state of things, or failed by a defect. */
        FAILED
    }

    /** A value of a row that changed; null before or after where it was or is not there. */
    public record Value(String table, UUID id, boolean removed, String attribute, JsonNode before, JsonNode after) {}

    /**
     * @param times how often the same was refused in a row
     * @param origin null where there was none, or the person it names was erased
     * @param tried the address with which somebody tried to get in, if no account has it
     */
    public record Entry(
            UUID id,
            Instant at,
            Principal.Kind principal,
            UUID principalId,
            UUID impersonatedBy,
            UUID organisationId,
            String action,
            UUID subjectId,
            String call,
            String correlationId,
            Outcome outcome,
            String slug,
            int times,
            Origin origin,
            String tried,
            List<Value> changes) {}

    /** The rows that are looked for; null for any. @param before only rows older than this one */
    public record Filter(
            UUID organisationId,
            UUID principalId,
            String action,
            UUID subjectId,
            Outcome outcome,
            Instant from,
            Instant to,
            UUID before) {}

    private record Found(Entry entry, byte[] origin, JsonNode changes) {}

    /** The changes, oldest first. */
    public List<Changed> of(Caller caller, UUID row, Instant from, Instant to) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        List<Changed> all = new ArrayList<>();
        sql.query("""
                        SELECT e.at, e.principal, e.principal_id, e.action, change FROM audit.entry e, jsonb_array_elements(e.changes) change
                        WHERE e.at >= ? AND e.at < ? AND change ->> 'id' = ? ORDER BY e.at, e.id""", found -> of(row, found), from, to, row.toString()).forEach(all::addAll);
        return all;
    }

    /** For other features, which ask for the permission: the entries, newest first. */
    public List<Entry> find(Filter filter, int most) {
        StringBuilder where = new StringBuilder("true");
        List<Object> values = new ArrayList<>();
        add(where, values, " AND organisation_id = ?", filter.organisationId());
        add(where, values, " AND principal_id = ?", filter.principalId());
        add(where, values, " AND action = ?", filter.action());
        add(where, values, " AND outcome = ?", filter.outcome());
        add(where, values, " AND at >= ?", filter.from());
        add(where, values, " AND at < ?", filter.to());
        add(where, values, " AND id < ?", filter.before());
        if (filter.subjectId() != null) {
            where.append(" AND (subject_id = ? OR changes @> ?::text::jsonb)");
            values.add(filter.subjectId());
            values.add("[{\"id\": \"" + filter.subjectId() + "\"}]");
        }
        values.add(most);
        List<Found> found = sql.query(
                "SELECT id, at, principal, principal_id, organisation_id, action, subject_id, call, correlation_id, outcome, slug, times, origin, changes, impersonated_by"
                        + " FROM audit.entry WHERE " + where + " ORDER BY id DESC LIMIT ?",
                AuditTrail::found,
                values.toArray());
        Set<UUID> named = new HashSet<>();
        found.forEach(each -> {
            named.add(DeniedCalls.whose(each.entry().principalId(), each.entry().at()));
            each.changes().findValuesAsText("of").forEach(whom -> named.add(UUID.fromString(whom)));
        });
        Map<UUID, SealingKey> opening = found.isEmpty() ? Map.of() : keys.find(named);
        return found.stream().map(each -> opened(each, opening)).toList();
    }

    /** @param personId null where a program or the system did it */
    public record Last(Instant at, UUID personId) {}

    /** For other features, which ask for the permission: who was the last to do one of these actions to the subject, for that organisation. */
    public Optional<Last> lastOf(UUID organisationId, UUID subjectId, Set<String> actions, Instant since) {
        return sql
                .query(
                        "SELECT at, principal, principal_id FROM audit.entry WHERE organisation_id = ? AND subject_id = ? AND action = ANY(string_to_array(?, ' '))"
                                + " AND outcome = 'DONE' AND at >= ? ORDER BY id DESC LIMIT 1",
                        row -> new Last(
                                Sql.instant(row, "at"),
                                row.getString("principal").equals("PERSON") ? Sql.id(row, "principal_id") : null),
                        organisationId,
                        subjectId,
                        String.join(" ", actions),
                        since)
                .stream()
                .findFirst();
    }

    /** For other features: true if the caller has done this to the subject since then, as the same principal and for the same organisation. */
    public boolean hasDone(Caller caller, String action, UUID subjectId, Instant since) {
        return sql.first(
                        "SELECT 1 FROM audit.entry WHERE organisation_id = ? AND principal_id = ? AND impersonated_by IS NOT DISTINCT FROM ? AND subject_id = ?"
                                + " AND action = ? AND outcome = 'DONE' AND at >= ? LIMIT 1",
                        row -> true,
                        caller.organisationId(),
                        caller.actorId(),
                        caller.principal().impersonator().orElse(null),
                        subjectId,
                        action,
                        since)
                .isPresent();
    }

    private static void add(StringBuilder where, List<Object> values, String condition, Object value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                new Entry(
                        Sql.id(row, "id"),
                        Sql.instant(row, "at"),
                        Principal.Kind.valueOf(row.getString("principal")),
                        Sql.id(row, "principal_id"),
                        Sql.id(row, "impersonated_by"),
                        Sql.id(row, "organisation_id"),
                        row.getString("action"),
                        Sql.id(row, "subject_id"),
                        row.getString("call"),
                        row.getString("correlation_id"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("slug"),
                        row.getInt("times"),
                        null,
                        null,
                        List.of()),
                row.getBytes("origin"),
                tree(row.getString("changes")));
    }

    private static Entry opened(Found found, Map<UUID, SealingKey> opening) {
        Entry entry = found.entry();
        SealingKey whose = opening.get(DeniedCalls.whose(entry.principalId(), entry.at()));
        PersonKeys.Called called = found.origin() == null || whose == null
                ? PersonKeys.Called.UNKNOWN
                : PersonKeys.openedOrigin(whose, entry.id(), found.origin());
        List<Value> changes = new ArrayList<>();
        for (JsonNode change : found.changes()) {
            changes.addAll(values(change, opening));
        }
        return new Entry(
                entry.id(),
                entry.at(),
                entry.principal(),
                entry.principalId(),
                entry.impersonatedBy(),
                entry.organisationId(),
                entry.action(),
                entry.subjectId(),
                entry.call(),
                entry.correlationId(),
                entry.outcome(),
                entry.slug(),
                entry.times(),
                called.origin(),
                called.tried(),
                changes);
    }

    private static List<Value> values(JsonNode change, Map<UUID, SealingKey> opening) {
        String table = change.get("table").asText();
        UUID row = UUID.fromString(change.get("id").asText());
        List<Value> values = new ArrayList<>();
        change.get("values").fields().forEachRemaining(attribute -> {
            JsonNode both = attribute.getValue();
            values.add(new Value(
                    table,
                    row,
                    change.path("removed").asBoolean(),
                    attribute.getKey(),
                    opened(table, row, attribute.getKey(), both.get(0), opening),
                    opened(table, row, attribute.getKey(), both.get(1), opening)));
        });
        return values;
    }

    private static JsonNode opened(
            String table, UUID row, String attribute, JsonNode value, Map<UUID, SealingKey> opening) {
        if (!value.isObject()) {
            return value;
        }
        SealingKey key = opening.get(UUID.fromString(value.get("of").asText()));
        try {
            return key == null
                    ? JSON.nullNode()
                    : PersonKeys.opened(
                            key, table, row, attribute, value.get("sealed").binaryValue());
        } catch (IOException impossible) {
            throw new UncheckedIOException("the audit holds no Base64", impossible);
        }
    }

    private List<Changed> of(UUID row, ResultSet found) throws SQLException {
        Instant at = Sql.instant(found, "at");
        Principal.Kind principal = Principal.Kind.valueOf(found.getString("principal"));
        UUID principalId = Sql.id(found, "principal_id");
        String action = found.getString("action");
        JsonNode change = tree(found.getString("change"));
        Set<UUID> named = new HashSet<>();
        change.findValuesAsText("of").forEach(whom -> named.add(UUID.fromString(whom)));
        Map<UUID, SealingKey> opening = named.isEmpty() ? Map.of() : keys.find(named);
        return values(change, opening).stream()
                .map(value -> new Changed(
                        at, principal, principalId, action, value.attribute(), value.before(), value.after()))
                .toList();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("the audit holds no JSON", impossible);
        }
    }
}
