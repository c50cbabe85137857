package org.lanerunner.federation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.identity.Accounts;
import org.lanerunner.identity.DeviceSeen;
import org.lanerunner.identity.ProvenBy;
import org.lanerunner.identity.Proving;
import org.lanerunner.identity.SecurityNotice;
import org.lanerunner.identity.SecurityNotices;
import org.lanerunner.identity.SignIn;
import org.lanerunner.identity.SignedIn;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/**
 * A person's logins elsewhere: looked at, linked, unlinked. To link one, a person must have shown a moment ago both that the account is theirs and that the
 * login is theirs; the same address in both proves nothing. A person without a password keeps at least one login.
 */
@Stateless
public class FederatedLogins {

    /** It is more than anybody has; the page shows them all. */
    static final int MOST = 10;

    /** Locked together with the person's id, so that changes of one person's logins come one after another. */
    private static final long LOCK = 0x6665646c6f67696eL;

    /** The person to whom the login belongs, signed in or asked for a second factor. */
    record Opened(UUID personId, SignedIn signedIn) {}

    private record Found(UUID id, UUID personId) {}

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Providers providers;

    @Inject
    private Steps steps;

    @Inject
    private Accounts accounts;

    @Inject
    private SignIn signIn;

    @Inject
    private Proving proving;

    @Inject
    private SecurityNotices notices;

    @Inject
    private Audit audit;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    public LoginsView view(Caller caller) {
        caller.require(CommonPermissions.SELF);
        UUID person = caller.person().id();
        return new LoginsView(
                accounts.hasPassword(person),
                of(person).stream().map(this::view).toList(),
                providers.list());
    }

    /** Before somebody is sent to a provider: makes sure that they may link another login. */
    public void requireRoom(Caller caller) {
        caller.require(CommonPermissions.SELF);
        caller.requireProof();
        accounts.requireConfirmed(caller);
        requireRoom(caller.person().id());
    }

    /** @throws Refusal CONFLICT for a login that is linked already, also to somebody else */
    public LoginView link(Caller caller, ProvenIdentity identity) {
        caller.require(CommonPermissions.SELF);
        caller.requireProof();
        accounts.requireConfirmed(caller);
        UUID person = caller.person().id();
        FederatedLogin login = add(person, identity);
        audit.record(caller, "login.linked", login.id());
        notices.tell(person, SecurityNotice.LOGIN_LINKED, called(login));
        return view(login);
    }

    /** Links a login that was brought back before the person signed in here. @param ticket the ticket of its arrival */
    public LoginView linkArrival(Caller caller, String ticket, DeviceSeen seen) {
        caller.require(CommonPermissions.SELF);
        caller.requireProof();
        Step arrival = steps.take(ticket, Step.Kind.ARRIVAL, seen).orElseThrow(FederatedSignIn::over);
        return link(caller, ProvenIdentity.of(arrival.said()));
    }

    /** @throws Refusal CONFLICT for the last way in */
    public void unlink(Caller caller, UUID id) {
        caller.require(CommonPermissions.SELF);
        caller.requireProof();
        UUID person = caller.person().id();
        List<UUID> all = held(person);
        if (!all.contains(id)) {
            throw Refusal.notFound("logins");
        }
        if (all.size() == 1 && !accounts.hasPassword(person)) {
            throw Refusal.conflict(
                    "federation/last-way-in",
                    "You have no password: without this login you could not come in any more. Set a password first.");
        }
        FederatedLogin login = entities.find(FederatedLogin.class, id);
        entities.remove(login);
        entities.flush();
        proving.loginWent(caller);
        audit.record(caller, "login.unlinked", id);
        notices.tell(person, SecurityNotice.LOGIN_UNLINKED, called(login));
    }

    /** Signs in the person to whom the login belongs. The login stays theirs until the session is made. Empty if it belongs to nobody. */
    public Optional<Opened> open(ProvenIdentity identity, ProvenBy proof, DeviceSeen seen) {
        return sql.first(
                        "UPDATE federation.login SET last_used_at = ? WHERE issuer = ? AND subject = ? RETURNING id, person_id",
                        row -> new Found(Sql.id(row, "id"), Sql.id(row, "person_id")),
                        clock.instant(),
                        identity.issuer(),
                        identity.subject())
                .map(found -> new Opened(found.personId(), signIn.vouchedFor(found.personId(), proof, seen)));
    }

    /** Adds the login to an account whose person has proven both. */
    public FederatedLogin add(UUID person, ProvenIdentity identity) {
        requireRoom(person);
        FederatedLogin login = new FederatedLogin(Uuid7.next(), person, identity, clock.instant());
        try {
            entities.persist(login);
            entities.flush();
            return login;
        } catch (PersistenceException linkedAlready) {
            throw Refusal.conflict(
                    "federation/linked-already", "This login is linked to an account already: to yours, or another.");
        }
    }

    private void requireRoom(UUID person) {
        if (held(person).size() >= MOST) {
            throw Refusal.conflict("federation/too-many-logins", "You have " + MOST + " logins. Remove one first.")
                    .beyond(Limit.LOGINS);
        }
    }

    /**
     * Locks the person's logins, so that nobody else unlinks or adds one meanwhile. It does not lock the person's row, which a sign-in by a login takes after
     * the login's.
     */
    private List<UUID> held(UUID person) {
        sql.query("SELECT pg_advisory_xact_lock(?)", row -> true, LOCK ^ person.getLeastSignificantBits());
        return sql.query(
                "SELECT id FROM federation.login WHERE person_id = ? ORDER BY id FOR UPDATE",
                row -> Sql.id(row, "id"),
                person);
    }

    private List<FederatedLogin> of(UUID person) {
        return entities.createQuery(
                        "select l from FederatedLogin l where l.personId = :person order by l.id", FederatedLogin.class)
                .setParameter("person", person)
                .getResultList();
    }

    private LoginView view(FederatedLogin login) {
        return login.view(providers.of(login.issuer()).orElse(null));
    }

    private Map<String, String> called(FederatedLogin login) {
        String provider = providers.of(login.issuer()).map(Provider::name).orElseGet(login::issuer);
        return Map.of("login", login.label() + " at " + provider);
    }
}
