package org.lanerunner.identity;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.events.AuditTrail;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;

/**
 * The audit of an organisation, for its auditors, and of all, for the platform's auditors. It reads one month back unless a time is named, so that a filter
 * with few results does not look through years.
 */
@Stateless
public class AuditReader {

    private static final UUID NEWEST = new UUID(-1, -1);
    private static final Duration BACK = Duration.ofDays(31);
    private static final int ACTION_LENGTH = 100;

    @Inject
    private AuditTrail trail;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** The rows, newest first. */
    public Page<AuditRow> list(Caller caller, AuditFilter wanted, PageRequest page) {
        caller.require(IdentityPermissions.AUDIT_VIEW);
        UUID before = page.afterId(NEWEST);
        List<AuditTrail.Entry> found = trail.find(
                new AuditTrail.Filter(
                        organisation(caller, wanted.organisationId()),
                        wanted.personId(),
                        action(wanted.action()),
                        wanted.subjectId(),
                        wanted.outcome(),
                        wanted.from() == null ? clock.instant().minus(BACK) : wanted.from(),
                        wanted.to(),
                        before.equals(NEWEST) ? null : before),
                page.limit() + 1);
        Map<UUID, String> names = names(found);
        return Page.of(found, page.limit(), AuditTrail.Entry::id).map(entry -> row(entry, names));
    }

    /** The first page of an export of the whole, which asks for a recent proof. The pages after it are read as a list's are. */
    public Page<AuditRow> export(Caller caller, AuditFilter wanted) {
        caller.require(IdentityPermissions.AUDIT_VIEW);
        caller.requireProof();
        return list(caller, wanted, new PageRequest(null, PageRequest.MAXIMUM_LIMIT));
    }

    /** The organisation whose rows are read; null for all. */
    private static UUID organisation(Caller caller, UUID wanted) {
        if (caller.may(IdentityPermissions.PLATFORM_AUDIT)) {
            return wanted;
        }
        if (wanted != null && !wanted.equals(caller.organisationId())) {
            throw Refusal.notFound("organisations");
        }
        return caller.organisationId();
    }

    private static String action(String wanted) {
        if (wanted != null && wanted.length() > ACTION_LENGTH) {
            throw Refusal.invalid("", "action is at most " + ACTION_LENGTH + " characters long.");
        }
        return wanted == null || wanted.isBlank() ? null : wanted.strip();
    }

    private Map<UUID, String> names(List<AuditTrail.Entry> entries) {
        UUID[] ids = entries.stream()
                .flatMap(entry -> Stream.of(entry.principalId(), entry.impersonatedBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
        return ids.length == 0
                ? Map.of()
                : sql
                        .query(
                                "SELECT id, name FROM identity.person WHERE id = ANY (?)",
                                row -> Map.entry(Sql.id(row, "id"), row.getString("name")),
                                (Object) ids)
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static AuditRow row(AuditTrail.Entry entry, Map<UUID, String> names) {
        return new AuditRow(
                entry.id(),
                entry.at(),
                entry.principal(),
                entry.principalId(),
                name(names, entry.principalId()),
                entry.impersonatedBy(),
                name(names, entry.impersonatedBy()),
                entry.organisationId(),
                entry.action(),
                entry.subjectId(),
                entry.call(),
                entry.outcome(),
                entry.slug(),
                entry.times(),
                entry.origin() == null ? null : entry.origin().address(),
                entry.origin() == null ? null : entry.origin().userAgent(),
                entry.tried(),
                entry.correlationId(),
                entry.changes().stream().map(AuditReader::change).toList());
    }

    private static String name(Map<UUID, String> names, UUID id) {
        return id == null ? null : names.get(id);
    }

    private static AuditRow.Change change(AuditTrail.Value value) {
        return new AuditRow.Change(
                value.table(),
                value.id(),
                value.removed(),
                value.attribute(),
                text(value.before()),
                text(value.after()));
    }

    private static String text(JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
