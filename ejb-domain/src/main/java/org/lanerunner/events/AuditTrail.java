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
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Permission;
import org.lanerunner.shared.Principal;
import org.lanerunner.shared.Sql;

/** Reads what the audit says was changed in a row, for the platform's administrators. What named somebody who was erased reads as absent. */
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

    /** Oldest first. */
    public List<Changed> of(Caller caller, UUID row, Instant from, Instant to) {
        caller.require(Permission.PLATFORM_ADMIN);
        List<Changed> all = new ArrayList<>();
        sql.query("""
                        SELECT e.at, e.principal, e.principal_id, e.action, change FROM audit.entry e, jsonb_array_elements(e.changes) change
                        WHERE e.at >= ? AND e.at < ? AND change ->> 'id' = ? ORDER BY e.at, e.id""", found -> of(row, found), from, to, row.toString()).forEach(all::addAll);
        return all;
    }

    private List<Changed> of(UUID row, ResultSet found) throws SQLException {
        Instant at = Sql.instant(found, "at");
        Principal.Kind principal = Principal.Kind.valueOf(found.getString("principal"));
        UUID principalId = Sql.id(found, "principal_id");
        String action = found.getString("action");
        JsonNode change = tree(found.getString("change"));
        String table = change.get("table").asText();
        return StreamSupport.stream(
                        ((Iterable<String>) () -> change.get("values").fieldNames()).spliterator(), false)
                .map(attribute -> {
                    JsonNode both = change.get("values").get(attribute);
                    return new Changed(
                            at,
                            principal,
                            principalId,
                            action,
                            attribute,
                            opened(table, row, attribute, both.get(0)),
                            opened(table, row, attribute, both.get(1)));
                })
                .toList();
    }

    private JsonNode opened(String table, UUID row, String attribute, JsonNode value) {
        if (!value.isObject()) {
            return value;
        }
        try {
            UUID subject = UUID.fromString(value.get("of").asText());
            return keys.opened(
                    table, row, attribute, subject, value.get("sealed").binaryValue());
        } catch (IOException impossible) {
            throw new UncheckedIOException("the audit holds no Base64", impossible);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("the audit holds no JSON", impossible);
        }
    }
}
