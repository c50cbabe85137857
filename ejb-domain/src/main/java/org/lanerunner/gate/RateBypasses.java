package org.lanerunner.gate;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Network;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Text;

/** Makes and revokes bypasses, which lift rates for a load test. The platform's administrators do so with a recent proof and a reason, for a day at most. */
@Stateless
public class RateBypasses {

    /** Tells that a bypass was made or revoked, so that nodes look again. */
    record Changed() {}

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int MOST_LIVING = 20;
    private static final int MOST_NETWORKS = 10;
    private static final long LOCK = 7_210_042;

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private NewestFirst newestFirst;

    @Inject
    private Audit audit;

    @Inject
    private Event<Changed> changed;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** The bypasses, newest first, with those that are over. */
    public Page<RateBypassView> list(Caller caller, PageRequest page) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        return newestFirst.page(RateBypass.class, page, RateBypass::id, RateBypass::view);
    }

    /** @param networks the only networks from which it is taken; null or empty for any */
    public RateBypassMade make(Caller caller, String reason, List<Rate> rates, List<String> networks, Instant until) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        caller.requireProof();
        Instant now = clock.instant();
        String why = Text.required(reason, NetworkRule.REASON_LENGTH, "/reason");
        if (rates == null || rates.isEmpty() || rates.contains(null)) {
            throw Refusal.invalid("/rates", "Say which rates it lifts.");
        }
        if (until == null || !until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw Refusal.invalid("/until", "Name a time within the next 24 hours.");
        }
        sql.query("SELECT pg_advisory_xact_lock(?)", row -> true, LOCK);
        requireRoom(now);
        BypassToken token = BypassToken.random();
        RateBypass bypass =
                new RateBypass(token, why, EnumSet.copyOf(rates), checked(networks), until, caller.actorId(), now);
        entities.persist(bypass);
        entities.flush();
        audit.record(caller, "rate-bypass.made", bypass.id());
        changed.fire(new Changed());
        return new RateBypassMade(bypass.view(now), token.text());
    }

    /** Revokes a bypass. Every node knows it within two seconds. */
    public void revoke(Caller caller, UUID id) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        caller.requireProof();
        RateBypass bypass = entities.find(RateBypass.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (bypass == null) {
            throw Refusal.notFound("rate-bypasses");
        }
        bypass.revoke(clock.instant());
        entities.flush();
        audit.record(caller, "rate-bypass.revoked", id);
        changed.fire(new Changed());
    }

    private void requireRoom(Instant now) {
        long living = sql.first(
                        "SELECT count(*) FROM gate.rate_bypass WHERE revoked_at IS NULL AND until > ?",
                        row -> row.getLong(1),
                        now)
                .orElseThrow();
        if (living >= MOST_LIVING) {
            throw Refusal.conflict("gate/too-many-bypasses", "There are " + MOST_LIVING + " already: revoke one first.")
                    .beyond(Limit.RATE_BYPASSES);
        }
    }

    private static List<Network> checked(List<String> networks) {
        List<String> wanted = networks == null ? List.of() : networks;
        if (wanted.size() > MOST_NETWORKS) {
            throw Refusal.invalid("/networks", "Name " + MOST_NETWORKS + " networks at most.")
                    .beyond(Limit.RATE_BYPASSES);
        }
        List<Network> all = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String pointer = "/networks/" + i;
            all.add(Network.of(wanted.get(i))
                    .orElseThrow(() -> Refusal.invalid(
                            pointer, "Write an IPv4 address or network, such as 203.0.113.7 or 203.0.113.0/24.")));
        }
        return all;
    }
}
