package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Permission;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Uuid7;

/** Who belongs to an organisation and with which roles: seen by its members, changed by who manages it. The last OWNER stays. */
@Stateless
public class Members {

    private static final Duration INVITATION_LIFETIME = Duration.ofDays(7);
    private static final UUID FIRST = new UUID(0, 0);

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Organisations organisations;

    @Inject
    private Accounts accounts;

    @Inject
    private Sessions sessions;

    @Inject
    private Events events;

    @Inject
    private Audit audit;

    @Inject
    private Event<MemberJoined> joined;

    @Inject
    private DriverRecords drivers;

    @Inject
    private Clock clock;

    public Page<MemberView> list(Caller caller, UUID organisationId, PageRequest page) {
        organisations.requireSeen(caller, organisationId);
        List<Membership> rows = entities.createQuery(
                        "select m from Membership m where m.organisation.id = :organisation and m.id > :after order by m.id",
                        Membership.class)
                .setParameter("organisation", organisationId)
                .setParameter("after", page.afterId(FIRST))
                .setMaxResults(page.limit() + 1)
                .getResultList();
        return Page.of(rows, page.limit(), Membership::id).map(Membership::view);
    }

    /** @param driverId the driver record of the fleet that the person will drive under, or null; @return the link's token, shown to the inviter only */
    public InvitationMade invite(Caller caller, UUID organisationId, String email, Set<Role> roles, UUID driverId) {
        Organisation organisation = managed(caller, organisationId);
        EmailAddress address = EmailAddress.of(email, "/email");
        if (driverId != null && !drivers.belongsTo(organisationId, driverId)) {
            throw Refusal.unknown("/driverId");
        }
        boolean memberAlready = accounts.find(address.key())
                .flatMap(person -> membership(organisationId, person.id()))
                .isPresent();
        if (memberAlready) {
            throw Refusal.conflict("organisations/member-already", "Who has this e-mail address is a member already.");
        }
        Instant now = clock.instant();
        Secret secret = Secret.random();
        Invitation invitation = new Invitation(
                Uuid7.next(),
                organisation,
                address,
                roles,
                driverId,
                secret,
                caller.personId(),
                now,
                now.plus(INVITATION_LIFETIME));
        entities.persist(invitation);
        entities.flush();
        events.publish(
                caller,
                DomainEvent.of("user.invited", invitation.id())
                        .involving(organisationId)
                        .readableBy(organisationId)
                        .with("invitationId", invitation.id())
                        .with("organisationId", organisationId)
                        .with("roles", invitation.roles())
                        .with("driverId", driverId)
                        .with("expiresAt", invitation.expiresAt()));
        return new InvitationMade(secret.text(), invitation.expiresAt());
    }

    /** What the holder of a link is told. */
    public InvitationView invitation(String token) {
        return invitation(new Secret(token));
    }

    public InvitationView invitation(Secret secret) {
        Invitation invitation = open(secret, LockModeType.NONE);
        return new InvitationView(
                invitation.organisation().id(),
                invitation.organisation().name(),
                invitation.roles().stream().sorted().toList(),
                invitation.email(),
                invitation.expiresAt(),
                accounts.find(invitation.emailKey()).isPresent());
    }

    public Registered acceptAsNew(Secret secret, String name, String passwordHash) {
        Invitation invitation = open(secret, LockModeType.PESSIMISTIC_WRITE);
        Person person = accounts.persist(new Person(
                Uuid7.next(), EmailAddress.of(invitation.email(), "/email"), name, passwordHash, clock.instant()));
        return join(invitation, person);
    }

    public Registered acceptAs(Caller caller, Secret secret) {
        Invitation invitation = open(secret, LockModeType.PESSIMISTIC_WRITE);
        return join(invitation, entities.find(Person.class, caller.personId()));
    }

    public MemberView changeRoles(Caller caller, UUID organisationId, UUID personId, IfMatch ifMatch, Set<Role> roles) {
        Organisation organisation = managed(caller, organisationId);
        Membership membership = locked(organisationId, personId);
        ifMatch.require(membership.view().version());
        boolean taken = roles != null && !roles.containsAll(membership.roles());
        if (membership.holds(Role.lastingIn(organisation))
                && roles != null
                && !roles.contains(Role.lastingIn(organisation))) {
            requireAnother(organisation);
        }
        membership.hold(roles);
        entities.flush();
        if (taken) {
            sessions.outdate(personId, organisationId);
        }
        audit.record(caller, "member.roles-changed", personId);
        return membership.view();
    }

    public void remove(Caller caller, UUID organisationId, UUID personId) {
        Organisation organisation = managed(caller, organisationId);
        Membership membership = locked(organisationId, personId);
        if (membership.holds(Role.lastingIn(organisation))) {
            requireAnother(organisation);
        }
        entities.remove(membership);
        sessions.endMembership(personId, organisationId);
        audit.record(caller, "member.removed", personId);
    }

    /** For other features: whether somebody is a member of an organisation. */
    public boolean isMember(UUID organisationId, UUID personId) {
        return membership(organisationId, personId).isPresent();
    }

    private Registered join(Invitation invitation, Person person) {
        UUID organisationId = invitation.organisation().id();
        if (membership(organisationId, person.id()).isPresent()) {
            throw Refusal.conflict("organisations/member-already", "You are a member of this organisation already.");
        }
        Membership membership = invitation.accept(Uuid7.next(), person, clock.instant());
        entities.persist(membership);
        entities.flush();
        events.publish(
                Accounts.callerOf(membership),
                DomainEvent.of("user.joined", person.id())
                        .involving(organisationId)
                        .readableBy(organisationId)
                        .with("personId", person.id())
                        .with("organisationId", organisationId)
                        .with("roles", membership.roles())
                        .with("invitationId", invitation.id()));
        joined.fire(new MemberJoined(person.id(), organisationId, invitation.driverId()));
        return accounts.registered(membership);
    }

    /** The organisation, locked, so that two changes of its members see each other. */
    private Organisation managed(Caller caller, UUID organisationId) {
        caller.require(Permission.ORGANISATION_MANAGE);
        if (!organisationId.equals(caller.organisationId())) {
            throw Refusal.notFound("organisations");
        }
        return entities.find(Organisation.class, organisationId, LockModeType.PESSIMISTIC_WRITE);
    }

    private Invitation open(Secret secret, LockModeType lock) {
        return entities.createQuery("select i from Invitation i where i.tokenHash = :hash", Invitation.class)
                .setParameter("hash", secret.hash())
                .setLockMode(lock)
                .getResultStream()
                .filter(invitation -> invitation.isOpenAt(clock.instant()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("invitations"));
    }

    /** Locked before it changes or ends, so that a session opened at this moment is either seen and ended here, or refused there. */
    private Membership locked(UUID organisationId, UUID personId) {
        return membership(organisationId, personId, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refusal.notFound("members"));
    }

    private Optional<Membership> membership(UUID organisationId, UUID personId) {
        return membership(organisationId, personId, LockModeType.NONE);
    }

    private Optional<Membership> membership(UUID organisationId, UUID personId, LockModeType lock) {
        return entities.createQuery(
                        "select m from Membership m where m.organisation.id = :organisation and m.person.id = :person",
                        Membership.class)
                .setParameter("organisation", organisationId)
                .setParameter("person", personId)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    private void requireAnother(Organisation organisation) {
        Role lasting = Role.lastingIn(organisation);
        long holders = entities.createQuery(
                        "select count(m) from Membership m where m.organisation = :organisation and :role member of m.roles",
                        Long.class)
                .setParameter("organisation", organisation)
                .setParameter("role", lasting)
                .getSingleResult();
        if (holders < 2) {
            throw Refusal.conflict("organisations/last-owner", "An organisation keeps at least one " + lasting + ".");
        }
    }
}
