package org.lanerunner.outbound;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.lanerunner.events.Audit;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;
import org.lanerunner.vault.Vault;

/**
 * The messages that wait to be sent, and what became of them. A worker claims one message at a time for a while and sends it outside of any transaction. Of
 * several workers each passes over what another holds. A worker that dies leaves its message to the next one when the while is over: the message may then be
 * sent twice, under the same id. If a provider can't be reached, that is not the message's fault, and it is tried for as long as it takes. A message that the
 * provider itself refuses, again and again or for good, becomes a dead letter.
 */
@Stateless
public class OutboundDeliveries {

    private static final Logger LOG = Logger.getLogger(OutboundDeliveries.class);

    /** It is longer than any try takes. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 9;
    private static final Duration PAUSE_OF_UNREACHABLE = Duration.ofSeconds(5);
    private static final UUID FIRST = new UUID(0, 0);

    private static final String CLAIM = """
            UPDATE outbound.delivery SET lease = ?, unreachable = false, next_try_at = ?, attempts = attempts + 1 WHERE id = (
                SELECT id FROM outbound.delivery WHERE state = 'WAITING' AND channel = ? AND next_try_at <= ? ORDER BY next_try_at LIMIT 1
                FOR UPDATE SKIP LOCKED)
            RETURNING id, lease, channel, kind, address, content, refusals, attempts, created_at, good_until""";

    @Inject
    private SealedContent sealed;

    @Inject
    private Sql sql;

    @Inject
    private Audit audit;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    public OutboundDeliveries() {}

    /** Is called by a worker that is not part of the application. */
    public OutboundDeliveries(Sql sql, Vault vault, Settings settings, Clock clock) {
        this.sealed = new SealedContent(vault, sql);
        this.sql = sql;
        this.settings = settings;
        this.clock = clock;
    }

    /** The message that waits longest and that no other worker holds. */
    @NeedsNoPermission(because = "the worker that sends keeps its own record")
    public Optional<Delivery> claim(Channel channel) {
        Instant now = clock.instant();
        return sql.first(CLAIM, OutboundDeliveries::claimed, UUID.randomUUID(), now.plus(LEASE), channel, now);
    }

    /** The content of a message; empty when it can't be read any more. It throws if the keys can't be asked for at this moment, which is another thing. */
    @NeedsNoPermission(because = "the worker that sends keeps its own record")
    public Optional<Content> content(Delivery delivery) {
        try {
            return Optional.of(sealed.open(delivery.id(), delivery.channel(), delivery.sealed()));
        } catch (IllegalStateException unreadable) {
            LOG.warnf(
                    "what %s %s says can't be read any more: %s",
                    delivery.kind(), delivery.id(), unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** The provider has the message, so its content is wiped. @param providerId the provider's own id of it; null where the provider does not say */
    @NeedsNoPermission(because = "the worker that sends keeps its own record")
    public void sent(Delivery delivery, String providerId) {
        sql.update(
                "UPDATE outbound.delivery SET state = 'SENT', content = NULL, error = CASE WHEN outcome IS NULL THEN NULL ELSE error END, provider_id = ?::text, lease = NULL, changed_at = ? WHERE id = ? AND lease = ?",
                providerId,
                clock.instant(),
                delivery.id(),
                delivery.lease());
    }

    /** The provider refused this very message. @param code a slug; @param forGood whether it will always refuse it */
    @NeedsNoPermission(because = "the worker that sends keeps its own record")
    public void refused(Delivery delivery, String code, boolean forGood) {
        boolean dead = forGood || delivery.refusals() + 1 >= settings.number(OutboundSettings.MAIL_ATTEMPTS);
        Instant now = clock.instant();
        sql.update(
                "UPDATE outbound.delivery SET state = ?, refusals = refusals + 1, error = ?, lease = NULL, next_try_at = ?, changed_at = ? WHERE id = ? AND lease = ? AND state = 'WAITING'",
                dead ? DeliveryState.DEAD : DeliveryState.WAITING,
                code,
                now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(delivery.refusals(), MOST_DOUBLINGS))),
                now,
                delivery.id(),
                delivery.lease());
    }

    /** The provider could not be reached. Other messages go before this one is tried again. */
    @NeedsNoPermission(because = "the worker that sends keeps its own record")
    public void unreachable(Delivery delivery, String code) {
        Instant now = clock.instant();
        sql.update(
                "UPDATE outbound.delivery SET error = ?, unreachable = true, lease = NULL, next_try_at = ?, changed_at = ? WHERE id = ? AND lease = ? AND state = 'WAITING'",
                code,
                now.plus(PAUSE_OF_UNREACHABLE),
                now,
                delivery.id(),
                delivery.lease());
    }

    /** The messages that waited for the provider go now. */
    @NeedsNoPermission(because = "the worker that sends keeps its own record")
    public void reachableAgain(Channel channel) {
        Instant now = clock.instant();
        sql.update(
                "UPDATE outbound.delivery SET next_try_at = ? WHERE state = 'WAITING' AND channel = ? AND lease IS NULL AND unreachable AND next_try_at > ?",
                now,
                channel,
                now);
    }

    /** The messages of one state and one channel, where these are named, oldest first, for ADMIN. */
    public Page<DeliveryView> list(Caller caller, DeliveryState state, Channel channel, PageRequest page) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        List<Object> parameters = new ArrayList<>();
        StringBuilder all = new StringBuilder(
                "SELECT id, channel, kind, address, person_id, unverified_for, organisation_id, state, attempts, refusals, error, outcome, created_at, next_try_at, changed_at FROM outbound.delivery WHERE id > ?");
        parameters.add(page.afterId(FIRST));
        if (state != null) {
            all.append(" AND state = ?");
            parameters.add(state);
        }
        if (channel != null) {
            all.append(" AND channel = ?");
            parameters.add(channel);
        }
        parameters.add(page.limit() + 1);
        return Page.of(
                sql.query(all + " ORDER BY id LIMIT ?", OutboundDeliveries::view, parameters.toArray()),
                page.limit(),
                DeliveryView::id);
    }

    /** Counts up to a thousand. */
    public long countDead(Caller caller) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        return sql.first(
                        "SELECT count(*) FROM (SELECT 1 FROM outbound.delivery WHERE state = ? LIMIT 1000) dead",
                        row -> row.getLong(1),
                        DeliveryState.DEAD)
                .orElseThrow();
    }

    /** Tries a dead letter again, from the beginning, or a waiting message now. A message whose link or code is over is never tried again. */
    public void retry(Caller caller, UUID id) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        Instant now = clock.instant();
        boolean over = sql.first(
                        "SELECT coalesce(good_until <= ?, false) AS over FROM outbound.delivery WHERE id = ? AND state <> 'SENT' AND lease IS NULL FOR UPDATE",
                        row -> row.getBoolean("over"),
                        now,
                        id)
                .orElseThrow(() -> Refusal.notFound("deliveries"));
        if (over) {
            throw Refusal.conflict(
                    "deliveries/too-late", "What this message leads to is over by now. Its person asks for a new one.");
        }
        sql.update(
                "UPDATE outbound.delivery SET state = 'WAITING', refusals = 0, next_try_at = ?, changed_at = ? WHERE id = ?",
                now,
                now,
                id);
        audit.record(caller, "delivery.retried", id);
    }

    /** Forgets what was sent or given up after some days, with the address to which it went. */
    @NeedsNoPermission(because = "the system does it by itself")
    public int forgetOld() {
        return sql.update(
                "DELETE FROM outbound.delivery WHERE state <> 'WAITING' AND changed_at < ?",
                clock.instant().minus(Duration.ofDays(settings.number(OutboundSettings.KEEP_DELIVERIES_DAYS))));
    }

    private static Delivery claimed(ResultSet row) throws SQLException {
        return new Delivery(
                Sql.id(row, "id"),
                Sql.id(row, "lease"),
                Channel.valueOf(row.getString("channel")),
                row.getString("kind"),
                row.getString("address"),
                row.getBytes("content"),
                row.getInt("refusals"),
                row.getInt("attempts"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "good_until"));
    }

    private static DeliveryView view(ResultSet row) throws SQLException {
        String unverifiedFor = row.getString("unverified_for");
        String outcome = row.getString("outcome");
        return new DeliveryView(
                Sql.id(row, "id"),
                Channel.valueOf(row.getString("channel")),
                row.getString("kind"),
                row.getString("address"),
                Sql.id(row, "person_id"),
                unverifiedFor == null ? null : Recipient.Because.valueOf(unverifiedFor),
                Sql.id(row, "organisation_id"),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("refusals"),
                row.getString("error"),
                outcome == null ? null : SmsOutcome.valueOf(outcome),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "next_try_at"),
                Sql.instant(row, "changed_at"));
    }
}
