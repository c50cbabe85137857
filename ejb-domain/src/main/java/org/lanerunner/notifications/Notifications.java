package org.lanerunner.notifications;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;

/**
 * A person's own inbox, in the organisation that they act for. Nobody reads another person's inbox, and a person sees of their own only what they may still
 * see. To read, to acknowledge and to take that back can be repeated without harm.
 */
@Stateless
public class Notifications {

    /** More notices are not counted. */
    private static final int MOST_COUNTED = 1_000;

    private static final String SEEN =
            " person_id = ? AND organisation_id = ? AND (permission = ANY (?) OR own_trips AND permission = ANY (?)) ";

    @Inject
    private NoticeKinds kinds;

    @Inject
    private NoticeWriter writer;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** The notices, newest first. */
    public Page<NoticeView> list(Caller caller, NoticeSearch search, PageRequest page) {
        caller.requireAny(CommonPermissions.SELF, CommonPermissions.SELF_VIEW);
        List<Object> parameters = new ArrayList<>(seen(caller));
        StringBuilder where = new StringBuilder(SEEN);
        if (search.unread() != null) {
            where.append(" AND (read_at IS NULL) = ?");
            parameters.add(search.unread());
        }
        if (search.waiting() != null) {
            where.append(" AND (stays AND acknowledged_at IS NULL) = ?");
            parameters.add(search.waiting());
        }
        if (search.kind() != null) {
            where.append(" AND kind = ?");
            parameters.add(search.kind());
        }
        UUID after = page.afterId(null);
        if (after != null) {
            where.append(" AND place < (SELECT place FROM notifications.notice WHERE id = ? AND person_id = ?)");
            parameters.add(after);
            parameters.add(caller.actorId());
        }
        parameters.add(page.limit() + 1);
        return Page.of(
                sql.query(
                        "SELECT * FROM notifications.notice WHERE" + where + " ORDER BY place DESC LIMIT ?",
                        this::view,
                        parameters.toArray()),
                page.limit(),
                NoticeView::id);
    }

    public NoticeCount count(Caller caller) {
        caller.requireAny(CommonPermissions.SELF, CommonPermissions.SELF_VIEW);
        return new NoticeCount(count(caller, "read_at IS NULL"), count(caller, "stays AND acknowledged_at IS NULL"));
    }

    public NoticeView read(Caller caller, UUID id) {
        caller.require(CommonPermissions.SELF);
        return change(caller, id, "read_at = coalesce(read_at, ?)", clock.instant());
    }

    /**
     * Marks all notices up to one as read. What came later stays unread.
     *
     * @param upTo the newest notice that the reader has seen
     */
    public NoticeCount readAll(Caller caller, UUID upTo) {
        caller.require(CommonPermissions.SELF);
        if (upTo == null) {
            throw Refusal.invalid("/upTo", "Say up to which notice.");
        }
        long place = own(caller, upTo, "place").orElseThrow(() -> Refusal.unknown("/upTo"));
        List<Object> parameters = new ArrayList<>();
        parameters.add(clock.instant());
        parameters.addAll(seen(caller));
        parameters.add(place);
        int read = sql.update(
                "UPDATE notifications.notice SET read_at = ? WHERE" + SEEN + "AND read_at IS NULL AND place <= ?",
                parameters.toArray());
        if (read > 0) {
            changed(caller);
        }
        return count(caller);
    }

    /** The notice leaves Home. To acknowledge it also marks it as read. */
    public NoticeView acknowledge(Caller caller, UUID id) {
        caller.require(CommonPermissions.SELF);
        Instant now = clock.instant();
        return change(
                caller, id, "acknowledged_at = coalesce(acknowledged_at, ?), read_at = coalesce(read_at, ?)", now, now);
    }

    /** The notice is on Home again. */
    public NoticeView takeBack(Caller caller, UUID id) {
        caller.require(CommonPermissions.SELF);
        return change(caller, id, "acknowledged_at = NULL");
    }

    private NoticeView change(Caller caller, UUID id, String what, Object... values) {
        List<Object> parameters = new ArrayList<>(List.of(values));
        parameters.addAll(seen(caller));
        parameters.add(id);
        NoticeView changed = sql.first(
                        "UPDATE notifications.notice SET " + what + " WHERE" + SEEN + "AND id = ? RETURNING *",
                        this::view,
                        parameters.toArray())
                .orElseThrow(() -> Refusal.notFound("notifications"));
        changed(caller);
        return changed;
    }

    /** Lets the person's other pages show the change too. */
    private void changed(Caller caller) {
        writer.changed(caller, List.of(caller.actorId()));
    }

    private long count(Caller caller, String which) {
        List<Object> parameters = new ArrayList<>(seen(caller));
        parameters.add(MOST_COUNTED);
        return sql.first(
                        "SELECT count(*) FROM (SELECT 1 FROM notifications.notice WHERE" + SEEN + "AND " + which
                                + " LIMIT ?) AS counted",
                        row -> row.getLong(1),
                        parameters.toArray())
                .orElseThrow();
    }

    private Optional<Long> own(Caller caller, UUID id, String column) {
        List<Object> parameters = new ArrayList<>(seen(caller));
        parameters.add(id);
        return sql.first(
                "SELECT " + column + " FROM notifications.notice WHERE" + SEEN + "AND id = ?",
                row -> row.getLong(1),
                parameters.toArray());
    }

    private static List<Object> seen(Caller caller) {
        return List.of(
                caller.actorId(),
                caller.organisationId(),
                caller.grants().permissions().stream()
                        .filter(caller::reachesAll)
                        .toArray(String[]::new),
                caller.grants().permissions().toArray(String[]::new));
    }

    private NoticeView view(ResultSet row) throws SQLException {
        NoticeFacts facts = FactsJson.read(row.getString("facts"));
        String kind = row.getString("kind");
        return new NoticeView(
                Sql.id(row, "id"),
                kind,
                kinds.find(kind).map(NoticeKind::group).orElse(""),
                NoticeSubject.valueOf(row.getString("about")),
                Sql.id(row, "about_id"),
                facts.texts(),
                facts.amounts(),
                facts.times(),
                Sql.instant(row, "happened_at"),
                Sql.instant(row, "made_at"),
                row.getBoolean("stays"),
                Sql.instant(row, "read_at"),
                Sql.instant(row, "acknowledged_at"));
    }
}
