package org.lanerunner.notifications;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lanerunner.shared.Sql;

/** What people chose to have by mail. For a person who chose nothing the kind decides. */
@ApplicationScoped
class NoticeChoices {

    private record Choice(UUID personId, boolean wanted) {}

    private Sql sql;
    private Clock clock;

    NoticeChoices() {}

    @Inject
    NoticeChoices(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Set<UUID> wantingMail(NoticeKind kind, Collection<UUID> persons) {
        if (kind.essential() || persons.isEmpty()) {
            return Set.copyOf(persons);
        }
        Map<UUID, Boolean> chosen = sql
                .query(
                        "SELECT person_id, wanted FROM notifications.choice WHERE channel = 'MAIL' AND kind = ? AND person_id = ANY (?)",
                        row -> new Choice(Sql.id(row, "person_id"), row.getBoolean("wanted")),
                        kind.name(),
                        persons.toArray(UUID[]::new))
                .stream()
                .collect(toMap(Choice::personId, Choice::wanted));
        return persons.stream()
                .filter(person -> chosen.getOrDefault(person, kind.weight().mailed()))
                .collect(Collectors.toSet());
    }

    /** The person's choices, by the name of the kind. */
    Map<String, Boolean> of(UUID personId) {
        List<Map.Entry<String, Boolean>> rows = sql.query(
                "SELECT kind, wanted FROM notifications.choice WHERE channel = 'MAIL' AND person_id = ?",
                row -> Map.entry(row.getString("kind"), row.getBoolean("wanted")),
                personId);
        return rows.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void choose(UUID personId, String kind, boolean wanted) {
        sql.update(
                "INSERT INTO notifications.choice (person_id, kind, channel, wanted, changed_at) VALUES (?, ?, 'MAIL', ?, ?)"
                        + " ON CONFLICT (person_id, kind, channel) DO UPDATE SET wanted = excluded.wanted, changed_at = excluded.changed_at",
                personId,
                kind,
                wanted,
                clock.instant());
    }
}
