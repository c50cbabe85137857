package org.lanerunner.gate;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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

/** Rules of which networks are let in at all, set by the platform's administrators. No administrator can shut out the address that they come from. */
@Stateless
public class NetworkRules {

    /** Tells that the rules have changed, so that nodes look at them again. */
    record Changed() {}

    private static final int MOST = 200;

    /** The lock makes those who change the rules see each other's changes. */
    private static final long LOCK = 7_210_041;

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

    /** The rules, newest first. */
    public Page<NetworkRuleView> list(Caller caller, PageRequest page) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        return newestFirst.page(NetworkRule.class, page, NetworkRule::id, NetworkRule::view);
    }

    /** @param until null if it has no end; @param address the caller's own, which the rule may not shut out */
    public NetworkRuleView add(
            Caller caller, String network, NetworkEffect effect, String reason, Instant until, String address) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        caller.requireProof();
        Instant now = clock.instant();
        Network wanted = Network.of(network)
                .orElseThrow(() -> Refusal.invalid(
                        "/network", "Write an IPv4 address or network, such as 203.0.113.7 or 203.0.113.0/24."));
        if (effect == null) {
            throw Refusal.invalid("/effect", "Say whether it is denied or allowed.");
        }
        String why = Text.required(reason, NetworkRule.REASON_LENGTH, "/reason");
        if (until != null && !until.isAfter(now)) {
            throw Refusal.invalid("/until", "Name a time to come, or none.");
        }
        List<NetworkRule> all = locked();
        if (all.size() >= MOST) {
            throw Refusal.conflict("gate/too-many-rules", "There are " + MOST + " rules already: remove some first.")
                    .beyond(Limit.NETWORK_RULES);
        }
        if (all.stream().anyMatch(rule -> rule.rule().network().equals(wanted))) {
            throw Refusal.conflict("gate/rule-exists", "There is a rule for this network: remove that first.");
        }
        NetworkRule rule = new NetworkRule(wanted, effect, why, until, caller.actorId(), now);
        all.add(rule);
        requireIn(all, address, now);
        entities.persist(rule);
        entities.flush();
        audit.record(caller, "network-rule.added", rule.id());
        changed.fire(new Changed());
        return rule.view(now);
    }

    public void remove(Caller caller, UUID id, String address) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        caller.requireProof();
        List<NetworkRule> all = locked();
        NetworkRule rule = all.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("network-rules"));
        all.remove(rule);
        requireIn(all, address, clock.instant());
        entities.remove(rule);
        entities.flush();
        audit.record(caller, "network-rule.removed", id);
        changed.fire(new Changed());
    }

    private List<NetworkRule> locked() {
        sql.query("SELECT pg_advisory_xact_lock(?)", row -> true, LOCK);
        return new ArrayList<>(entities.createQuery("select r from NetworkRule r", NetworkRule.class)
                .getResultList());
    }

    private static void requireIn(List<NetworkRule> all, String address, Instant now) {
        if (new ShutOut(all.stream().map(NetworkRule::rule).toList()).willHold(address, now)) {
            throw Refusal.conflict(
                    "gate/own-address",
                    "You come from " + address + " yourself: this would shut you out, now or when a rule ends.");
        }
    }
}
