package org.lanerunner.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lanerunner.shared.Origin;
import org.lanerunner.shared.SealingKey;
import org.lanerunner.shared.Sql;

/**
 * Seals values of the audit that name a person, each under that person's key. The keys lie in the database, encrypted under the {@link AuditKey}. Once a key is
 * destroyed, nobody can open what it sealed, wherever a copy of it lies.
 */
@ApplicationScoped
class PersonKeys {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENTRY = "audit.entry";
    private static final String ORIGIN = "origin";

    private Sql sql;
    private AuditKey auditKey;
    private Clock clock;
    private KeptKeys origins;

    PersonKeys() {}

    @Inject
    PersonKeys(Sql sql, AuditKey auditKey, Clock clock) {
        this.sql = sql;
        this.auditKey = auditKey;
        this.clock = clock;
        this.origins = new KeptKeys(clock);
    }

    /** The changes as they stand in the audit: with {@code {"of": id, "sealed": text}} in the place of each value that names somebody. */
    List<Map<String, Object>> sealed(List<Change> changes) {
        Set<UUID> named = changes.stream()
                .flatMap(change -> change.values().values().stream())
                .map(Change.Values::subject)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<UUID, SealingKey> keys = named.isEmpty() ? Map.of() : keysOf(named);
        return changes.stream().map(change -> sealed(change, keys)).toList();
    }

    /** Opens a value that was sealed under this key. */
    static JsonNode opened(SealingKey key, String table, UUID row, String attribute, byte[] sealed) {
        try {
            return JSON.readTree(key.open(sealed, place(table, row, attribute)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("the audit holds no JSON", impossible);
        }
    }

    /**
     * Seals the origin of a call for this row of the audit. Keys that the database had are kept in memory for some minutes, so that no command reads one only
     * for this. What is sealed under a key that was destroyed meanwhile is as unreadable as all else that it sealed.
     */
    byte[] sealedOrigin(UUID subject, UUID entry, Origin origin) {
        return sealedOrigin(subject, entry, origin, null);
    }

    /** @param tried the address that somebody named to get in, or null */
    byte[] sealedOrigin(UUID subject, UUID entry, Origin origin, String tried) {
        return origins.of(subject, this::present, missing -> keysOf(Set.of(missing))
                        .get(missing))
                .seal(json(Arrays.asList(origin.address(), origin.userAgent(), tried)), place(ENTRY, entry, ORIGIN));
    }

    /** The origin of a call, and the address that was named to get in. The latter is null in rows from before it was kept. */
    record Called(Origin origin, String tried) {

        static final Called UNKNOWN = new Called(null, null);
    }

    static Called openedOrigin(SealingKey key, UUID entry, byte[] sealed) {
        JsonNode all = opened(key, ENTRY, entry, ORIGIN, sealed);
        return new Called(
                new Origin(all.get(0).asText(), all.path(1).textValue()),
                all.path(2).textValue());
    }

    private SealingKey present(UUID subject) {
        return find(Set.of(subject)).get(subject);
    }

    /** @return whether there was a key */
    boolean destroy(UUID subject) {
        return sql.update("DELETE FROM audit.person_key WHERE subject_id = ?", subject) > 0;
    }

    private Map<String, Object> sealed(Change change, Map<UUID, SealingKey> keys) {
        Map<String, Object> values = new LinkedHashMap<>();
        change.values().forEach((attribute, value) -> {
            List<Object> both = new ArrayList<>();
            for (Object one : Arrays.asList(value.before(), value.after())) {
                both.add(
                        one == null || value.subject() == null
                                ? one
                                : Map.of(
                                        "of",
                                        value.subject().toString(),
                                        "sealed",
                                        keys.get(value.subject())
                                                .seal(json(one), place(change.table(), change.id(), attribute))));
            }
            values.put(attribute, both);
        });
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("table", change.table());
        written.put("id", change.id().toString());
        if (change.removed()) {
            written.put("removed", true);
        }
        written.put("values", values);
        return written;
    }

    /** Finds the keys of these subjects and makes those that are missing. If another transaction makes one at the same moment, this one waits and reads it. */
    private Map<UUID, SealingKey> keysOf(Set<UUID> subjects) {
        Map<UUID, SealingKey> keys = find(subjects);
        List<Object[]> made = subjects.stream()
                .filter(subject -> !keys.containsKey(subject))
                .map(subject -> new Object[] {subject, auditKey.wrap(subject, SealingKey.random()), clock.instant()})
                .toList();
        if (made.isEmpty()) {
            return keys;
        }
        sql.batch(
                "INSERT INTO audit.person_key (subject_id, key, made_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                made);
        return find(subjects);
    }

    /** The keys that exist. */
    Map<UUID, SealingKey> find(Set<UUID> subjects) {
        Map<UUID, SealingKey> keys = new HashMap<>();
        sql.query(
                        "SELECT subject_id, key FROM audit.person_key WHERE subject_id = ANY (?)",
                        row -> Map.entry(Sql.id(row, "subject_id"), row.getBytes("key")),
                        (Object) subjects.toArray(UUID[]::new))
                .forEach(found -> keys.put(found.getKey(), auditKey.unwrap(found.getKey(), found.getValue())));
        return keys;
    }

    private static byte[] place(String table, UUID row, String attribute) {
        return (table + ' ' + row + ' ' + attribute).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a value that is no JSON", impossible);
        }
    }
}
