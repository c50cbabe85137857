package org.lanerunner.events;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lanerunner.shared.Correlation;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Limits;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Principal;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/**
 * Calls that were refused or failed, for the audit. They are gathered in memory, and a timer's transaction writes them, since the call's own was rolled back.
 * The same call that is refused to the same caller for the same reason is one row, which says how often. Beyond so many rows a minute the rest of a caller's
 * refusals is one row too, so that nobody fills the disk with refused calls, or hides what others do. A crash loses the last seconds of it.
 */
@NeedsNoPermission(because = "it keeps what was refused")
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class DeniedCalls {

    private static final int MINUTE_SECONDS = 60;

    private final DeniedGathering gathering = new DeniedGathering();

    @Inject
    private Sql sql;

    @Inject
    private PersonKeys keys;

    @Inject
    private Settings settings;

    @Inject
    private Limits limits;

    @Inject
    private Clock clock;

    /** @param who null where it is not known who asked; @param slug the reason of the refusal */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void note(Principal who, UUID organisationId, int status, String slug) {
        DeniedGathering.Call call = new DeniedGathering.Call(
                who == null ? Principal.Kind.NOBODY : who.kind(),
                who == null ? null : who.actor().orElse(null),
                who == null ? null : who.impersonator().orElse(null),
                organisationId,
                who == null ? null : who.session().orElse(null),
                Correlation.call(),
                status,
                slug,
                Correlation.origin(),
                Correlation.tried());
        if (!gathering.add(call, clock.instant(), Correlation.id(), mostATurn())) {
            limits.reached(Limit.AUDIT_REFUSALS);
        }
    }

    /** The part of a minute's rows that one turn of the timer may write. */
    private int mostATurn() {
        return Math.max(
                2,
                settings.number(EventSettings.AUDIT_REFUSALS)
                        * settings.number(EventSettings.TIMER_SECONDS)
                        / MINUTE_SECONDS);
    }

    /** Writes what was gathered since the last time. */
    public void write() {
        Map<DeniedGathering.Call, DeniedGathering.Times> taken = gathering.take();
        if (taken.isEmpty()) {
            return;
        }
        List<Object[]> rows = new ArrayList<>();
        taken.forEach((call, times) -> rows.add(row(call, times)));
        sql.batch("""
                INSERT INTO audit.entry (id, at, principal, principal_id, organisation_id, session_id, action, subject_id, call, correlation_id, event_ids,
                    origin, outcome, slug, times, impersonated_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', ?, ?, ?, ?, ?)""", rows);
    }

    private Object[] row(DeniedGathering.Call call, DeniedGathering.Times times) {
        UUID id = Uuid7.next();
        boolean denied = call.status() == 401 || call.status() == 403 || call.status() == 404;
        return new Object[] {
            id,
            times.first(),
            call.principal(),
            call.principalId(),
            call.organisationId(),
            call.sessionId(),
            denied ? "call.denied" : "call.failed",
            call.tried() == null ? null : call.tried().accountId(),
            call.call(),
            times.correlationId(),
            call.origin() == null ? null : sealed(call, times.first(), id),
            denied ? "DENIED" : "FAILED",
            call.slug(),
            times.times(),
            call.impersonatedBy()
        };
    }

    /** Seals the origin, with the address that was tried if no account has it. */
    private byte[] sealed(DeniedGathering.Call call, Instant at, UUID entry) {
        String tried = call.tried() == null ? null : call.tried().address();
        return keys.sealedOrigin(whose(call.principalId(), at), entry, call.origin(), tried);
    }

    /** The key's subject. Where the caller is not known, the address is sealed under a key of the month, which can be destroyed as a person's can. */
    static UUID whose(UUID principalId, Instant at) {
        return principalId == null
                ? UUID.nameUUIDFromBytes(
                        ("nobody " + LocalDate.ofInstant(at, ZoneOffset.UTC).withDayOfMonth(1))
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                : principalId;
    }
}
