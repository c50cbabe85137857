package org.lanerunner.notifications;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.events.ReceivedEvent;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/**
 * Writes the notices of an event: one for each person and organisation, even if an event comes twice or to two servers, and none to the person who did it. The
 * notices of one organisation are written one event after another, so that their places follow the order in which they can be seen. So when notices are marked
 * as read up to a place, none is among them that came later.
 */
@ApplicationScoped
class NoticeWriter {

    private static final long LOCK = 0x6e6f7469636573L;

    /** A person who is told, and the notice. */
    private record Told(UUID noticeId, Audiences.Reader reader) {}

    @Inject
    private Audiences audiences;

    @Inject
    private NoticeMails mails;

    @Inject
    private Events events;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    void write(ReceivedEvent event, List<Notice> notices) {
        Map<UUID, List<Notice>> byOrganisation = new TreeMap<>();
        notices.stream().filter(notice -> isFor(notice, event)).forEach(notice -> byOrganisation
                .computeIfAbsent(notice.organisationId(), each -> new ArrayList<>())
                .add(notice));
        byOrganisation.forEach((organisation, ofIt) -> write(event, organisation, ofIt));
    }

    private static boolean isFor(Notice notice, ReceivedEvent event) {
        return notice.kind().event().equals(event.type())
                && (notice.kind().audience() != NoticeKind.Audience.OTHER_SIDE
                        || !notice.organisationId().equals(event.organisation()));
    }

    private void write(ReceivedEvent event, UUID organisation, List<Notice> notices) {
        sql.query("SELECT pg_advisory_xact_lock(?)", row -> true, LOCK ^ organisation.getLeastSignificantBits());
        Set<UUID> known = new HashSet<>();
        known.add(event.actor());
        List<UUID> reached = new ArrayList<>();
        for (Notice notice : notices) {
            Set<UUID> unread = takeBack(notice);
            reached.addAll(unread);
            List<Audiences.Reader> readers = readers(notice).stream()
                    .filter(reader -> known.add(reader.personId()))
                    .toList();
            List<Told> told = insert(
                    event,
                    notice,
                    readers.stream()
                            .filter(reader -> !unread.contains(reader.personId()))
                            .toList());
            told.forEach(each -> reached.add(each.reader().personId()));
            mails.send(notice, mailed(readers, told, unread));
        }
        changed(Caller.system(organisation), reached);
    }

    /** @return the persons who had not read the notice that this one takes back, and have lost it */
    private Set<UUID> takeBack(Notice notice) {
        return notice.takesBack() == null
                ? Set.of()
                : Set.copyOf(sql.query(
                        "DELETE FROM notifications.notice WHERE about_id = ? AND organisation_id = ? AND kind = ? AND read_at IS NULL RETURNING person_id",
                        row -> Sql.id(row, "person_id"),
                        notice.aboutId(),
                        notice.organisationId(),
                        notice.takesBack().name()));
    }

    /**
     * Persons who chose mails of this kind may have had a mail of the notice that is taken back, even if they have not opened the inbox. So they get this mail
     * too.
     */
    private static List<Audiences.Reader> mailed(List<Audiences.Reader> readers, List<Told> told, Set<UUID> unread) {
        Set<UUID> persons = new HashSet<>(unread);
        told.forEach(each -> persons.add(each.reader().personId()));
        return readers.stream()
                .filter(reader -> persons.contains(reader.personId()))
                .toList();
    }

    /** Tells the open pages of these people to look again. */
    void changed(Caller caller, List<UUID> persons) {
        if (!persons.isEmpty()) {
            events.publish(
                    caller,
                    DomainEvent.of("notice.changed", caller.organisationId())
                            .with("organisationId", caller.organisationId())
                            .with("personIds", persons));
        }
    }

    private List<Audiences.Reader> readers(Notice notice) {
        NoticeKind kind = notice.kind();
        return audiences.membersWho(notice.organisationId(), kind.permission()).stream()
                .filter(reader -> kind.ofOwnTrips()
                        ? reader.grants().may(kind.permission())
                        : reader.grants().reachesAll(kind.permission()))
                .filter(reader -> notice.personId() == null || notice.personId().equals(reader.personId()))
                .sorted(Comparator.comparing(Audiences.Reader::personId))
                .toList();
    }

    /** @return the persons who had not been told before */
    private List<Told> insert(ReceivedEvent event, Notice notice, List<Audiences.Reader> readers) {
        if (readers.isEmpty()) {
            return List.of();
        }
        Map<UUID, Audiences.Reader> byPerson =
                readers.stream().collect(toMap(Audiences.Reader::personId, Function.identity()));
        NoticeKind kind = notice.kind();
        return sql.query(
                """
                INSERT INTO notifications.notice (id, person_id, organisation_id, event_id, kind, permission, own_trips, about, about_id, facts, happened_at, made_at, stays)
                SELECT told.id, told.person_id, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ? FROM unnest(?::uuid[], ?::uuid[]) AS told (id, person_id)
                ON CONFLICT (event_id, person_id, organisation_id) DO NOTHING
                RETURNING id, person_id""",
                row -> new Told(Sql.id(row, "id"), byPerson.get(Sql.id(row, "person_id"))),
                notice.organisationId(),
                event.id(),
                kind.name(),
                kind.permission(),
                kind.ofOwnTrips(),
                notice.about(),
                notice.aboutId(),
                FactsJson.write(notice.facts()),
                event.time(),
                clock.instant(),
                kind.weight().stays(),
                readers.stream().map(reader -> Uuid7.next()).toArray(UUID[]::new),
                readers.stream().map(Audiences.Reader::personId).toArray(UUID[]::new));
    }
}
