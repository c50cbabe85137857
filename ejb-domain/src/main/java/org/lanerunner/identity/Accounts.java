package org.lanerunner.identity;

import static java.util.stream.Collectors.toSet;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Principal;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/** Persons and the organisations for which they may act. Passwords come here hashed (see {@link SignIn}). */
@Stateless
public class Accounts {

    /** What is looked up when somebody signs in. */
    record Credentials(UUID personId, String passwordHash) {}

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private RoleRegister roles;

    @Inject
    private KnownRoles knownRoles;

    @Inject
    private Sessions sessions;

    @Inject
    private Confirmations confirmations;

    @Inject
    private WayBack wayBack;

    @Inject
    private Standing standing;

    @Inject
    private Events events;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    public Optional<Credentials> credentials(EmailAddress email) {
        return find(email.key()).map(person -> new Credentials(person.id(), person.passwordHash()));
    }

    /**
     * For changes that stay with the account even if somebody else confirms its address later. A person who made the account without having that mailbox must
     * not keep a way in. An account that was made by the link that the launcher prints is trusted, since the operator of the server made it and may have
     * nothing to send mail with yet.
     *
     * @throws Refusal CONFLICT while the address is not confirmed
     */
    public void requireConfirmed(Caller caller) {
        UUID person = caller.person().id();
        boolean byLauncher = sql.first("SELECT 1 FROM identity.admin_link WHERE used_by = ?", row -> true, person)
                .isPresent();
        if (!byLauncher && !entities.find(Person.class, person).isVerified()) {
            throw Refusal.conflict("identity/address-unconfirmed", "Confirm your e-mail address first.");
        }
    }

    /** The device, if it has a key and the person has signed in from it; otherwise null. */
    public UUID deviceOf(UUID personId, DeviceSeen seen) {
        return seen.keyed()
                ? sql.first(
                                "SELECT id FROM identity.device WHERE person_id = ? AND key_hash = ? AND keyed",
                                row -> Sql.id(row, "id"),
                                personId,
                                seen.keyHash())
                        .orElse(null)
                : null;
    }

    public String passwordHash(UUID personId) {
        return entities.find(Person.class, personId).passwordHash();
    }

    /** False for a person who signs in by logins elsewhere alone. */
    public boolean hasPassword(UUID personId) {
        return passwordHash(personId) != null;
    }

    public String email(UUID personId) {
        return entities.find(Person.class, personId).email();
    }

    /** Makes an account with a confirmed address. @param organisationName null for a personal organisation; @param kind null for none yet */
    public Registered register(
            EmailAddress email,
            String name,
            String passwordHash,
            String organisationName,
            OrganisationKind kind,
            ProvenBy proof,
            DeviceSeen seen) {
        Instant now = clock.instant();
        Person made = new Person(Uuid7.next(), email, name, passwordHash, now);
        made.confirmAddress(now);
        Person person = persist(made);
        Organisation organisation = organisationName == null
                ? Organisation.ofOne(Uuid7.next(), person, kind, now)
                : Organisation.company(Uuid7.next(), organisationName, kind, now);
        Sessions.Opened opened = sessions.openFor(found(person, organisation, kind, now), proof, seen);
        events.publish(
                opened.caller(),
                DomainEvent.of("user.registered", person.id())
                        .involving(organisation.id())
                        .readableBy(organisation.id())
                        .with("personId", person.id())
                        .with("organisationId", organisation.id())
                        .with("kind", kind));
        return Registered.of(opened);
    }

    /**
     * Opens a session for the organisation for which the person acted last, or for another one where that one is suspended. A person who is a member nowhere
     * any more gets a personal organisation.
     *
     * @throws Refusal FORBIDDEN where all of their organisations are suspended
     */
    public Tokens open(UUID personId, ProvenBy proof, DeviceSeen seen) {
        Person person = entities.find(Person.class, personId);
        List<Membership> memberships = standing.acting(memberships(personId));
        Optional<UUID> last = sql.first(
                "SELECT organisation_id FROM identity.session WHERE person_id = ? AND impersonated_by IS NULL ORDER BY created_at DESC LIMIT 1",
                row -> Sql.id(row, "organisation_id"),
                personId);
        Membership membership = memberships.stream()
                .filter(candidate ->
                        last.isPresent() && candidate.organisation().id().equals(last.get()))
                .findFirst()
                .or(() -> memberships.stream().findFirst())
                .orElseGet(() -> found(
                        person,
                        Organisation.ofOne(Uuid7.next(), person, null, clock.instant()),
                        null,
                        clock.instant()));
        return sessions.openFor(membership, proof, seen).tokens();
    }

    /** Makes the first ADMIN, once. The launcher printed the link for the operator who started the server first. */
    public Registered makeAdmin(
            Secret link, EmailAddress email, String name, String passwordHash, ProvenBy proof, DeviceSeen seen) {
        Instant now = clock.instant();
        UUID id = Uuid7.next();
        if (sql.update(
                        "UPDATE identity.admin_link SET used_at = ?, used_by = ? WHERE token_hash = ? AND used_at IS NULL",
                        now,
                        id,
                        link.hash())
                == 0) {
            throw Refusal.notFound("admin-setup");
        }
        Person made = new Person(id, email, name, passwordHash, now);
        if (!confirmations.areNeededFor(email)) {
            made.confirmAddress(now);
        }
        Person person = persist(made);
        Organisation platform = Organisation.platform(Uuid7.next(), now);
        Sessions.Opened opened = sessions.openFor(found(person, platform, null, now), proof, seen);
        events.publish(
                opened.caller(),
                DomainEvent.of("user.registered", person.id())
                        .involving(platform.id())
                        .readableBy(platform.id())
                        .with("personId", person.id())
                        .with("organisationId", platform.id()));
        return Registered.of(opened);
    }

    public boolean isOpen(Secret adminLink) {
        return sql.first(
                        "SELECT 1 FROM identity.admin_link WHERE token_hash = ? AND used_at IS NULL",
                        row -> true,
                        adminLink.hash())
                .isPresent();
    }

    /** The caller's own account, or the one that an administrator sees. */
    public Me me(Caller caller) {
        caller.requireAny(CommonPermissions.SELF, CommonPermissions.SELF_VIEW);
        Person person = entities.find(Person.class, caller.actorId());
        List<Membership> memberships = memberships(person.id());
        Roles known = knownRoles.of(caller.organisationId());
        Roles ofAll = knownRoles.including(memberships.stream()
                .flatMap(membership -> membership.roles().stream())
                .collect(toSet()));
        Membership acting = memberships.stream()
                .filter(membership -> membership.organisation().id().equals(caller.organisationId()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("organisations"));
        return new Me(
                new Me.Account(person.id(), person.name(), person.email(), person.isVerified()),
                acting.organisation().view(known),
                known.inOrder(acting.roles()),
                List.copyOf(caller.grants().permissions()),
                List.copyOf(caller.grants().ownTrips()),
                memberships.stream()
                        .map(membership -> Me.Belonging.of(membership, ofAll))
                        .toList(),
                caller.grants().permissions().equals(Set.of(CommonPermissions.SELF))
                        && knownRoles.grantsOf(acting).permissions().size() > 1,
                settings.flag(ServerSettings.TEST_MONEY),
                wayBack.readyAt(person.id()).orElse(null),
                acting.organisation().suspension(),
                impersonation(caller));
    }

    private Me.Impersonation impersonation(Caller caller) {
        if (!(caller.principal() instanceof Principal.Impersonated seen)) {
            return null;
        }
        return new Me.Impersonation(
                entities.find(Person.class, seen.administratorId()).name(),
                entities.find(Session.class, seen.sessionId()).expiresAt());
    }

    public Person persist(Person person) {
        taking(person.emailKey(), () -> entities.persist(person));
        return person;
    }

    /** @throws Refusal CONFLICT for an address that has an account, also when somebody takes it at the same moment */
    public void taking(String emailKey, Runnable change) {
        if (find(emailKey).isPresent()) {
            throw emailTaken();
        }
        try {
            change.run();
            entities.flush();
        } catch (PersistenceException takenMeanwhile) {
            throw emailTaken();
        }
    }

    public Optional<Person> find(String emailKey) {
        return entities.createQuery("select p from Person p where p.emailKey = :key", Person.class)
                .setParameter("key", emailKey)
                .getResultStream()
                .findFirst();
    }

    private Membership found(Person person, Organisation organisation, OrganisationKind kind, Instant now) {
        entities.persist(organisation);
        Set<String> held = new HashSet<>(roles.present().lastingIn(organisation));
        if (kind != null) {
            held.addAll(roles.present().givenWith(kind));
        }
        Membership membership = new Membership(Uuid7.next(), person, organisation, held, now);
        entities.persist(membership);
        entities.flush();
        return membership;
    }

    private List<Membership> memberships(UUID personId) {
        return entities.createQuery(
                        "select m from Membership m where m.person.id = :person and m.organisation.closedAt is null order by m.joinedAt, m.id",
                        Membership.class)
                .setParameter("person", personId)
                .getResultList();
    }

    private static Refusal emailTaken() {
        return Refusal.conflict(
                "identity/email-taken", "There is an account with this e-mail address. Sign in instead.");
    }
}
