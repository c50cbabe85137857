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
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.lanerunner.events.Audit;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Uuid7;

/**
 * One-time links into an organisation. A member who manages it makes, lists and withdraws them; the invited person accepts. Everything happens with the
 * organisation locked, as changes of its members do. So a member who is being removed at this moment can neither let somebody in nor come back.
 */
@Stateless
public class Invitations {

    private static final Duration LIFETIME = Duration.ofDays(7);
    private static final UUID FIRST = new UUID(0, 0);

    /** It is more than anybody invites in a week; when a member leaves, all of theirs end at once. */
    private static final int MOST_OPEN = 1000;

    /** The number is limited since each sign-in reads all organisations of the person. */
    private static final int MOST_ORGANISATIONS = 100;

    private static final String OPEN =
            " i.organisation.id = :organisation and i.acceptedAt is null and i.endedAt is null and i.expiresAt > :now ";

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Organisations organisations;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private KnownRoles roles;

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
    private InvitationMails mails;

    @Inject
    private Confirmations confirmations;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** @param driverId the driver record of the fleet under which the person will drive, or null; @return the link's token, which only the inviter is shown */
    public InvitationMade invite(Caller caller, UUID organisationId, String email, List<String> wanted, UUID driverId) {
        Organisation organisation = organisations.managed(caller, organisationId);
        caller.requireProof();
        mails.requireConfirmed(caller);
        EmailAddress address = EmailAddress.of(email, "/email");
        Roles known = roles.of(organisationId);
        known.requireHeld(organisation, wanted, "/roles");
        if (driverId != null && !known.drive(wanted)) {
            throw Refusal.invalid("/driverId", "Only who has the role DRIVER drives under a driver record.");
        }
        if (driverId != null && !drivers.belongsTo(organisationId, driverId)) {
            throw Refusal.unknown("/driverId");
        }
        boolean memberAlready = accounts.find(address.key())
                .flatMap(person -> memberships.find(organisationId, person.id()))
                .isPresent();
        if (memberAlready) {
            throw Refusal.conflict("organisations/member-already", "Who has this e-mail address is a member already.");
        }
        Instant now = clock.instant();
        requireRoom(organisationId, now);
        Secret secret = Secret.random();
        Secret mailSecret = Secret.random();
        Invitation invitation = new Invitation(
                Uuid7.next(),
                organisation,
                address,
                Set.copyOf(wanted),
                driverId,
                secret,
                mailSecret,
                caller.actorId(),
                now,
                now.plus(LIFETIME));
        entities.persist(invitation);
        entities.flush();
        events.publish(
                caller,
                DomainEvent.of("user.invited", invitation.id())
                        .involving(organisationId)
                        .readableBy(organisationId)
                        .with("invitationId", invitation.id())
                        .with("organisationId", organisationId)
                        .with("roles", known.inOrder(wanted))
                        .with("driverId", driverId)
                        .with("expiresAt", invitation.expiresAt()));
        mails.send(caller, invitation, mailSecret);
        return new InvitationMade(secret.text(), invitation.expiresAt());
    }

    /** The invitations that can still be accepted, oldest first. */
    public Page<OpenInvitation> list(Caller caller, UUID organisationId, PageRequest page) {
        organisations.requireManaged(caller, organisationId);
        List<Object[]> rows = entities.createQuery(
                        "select i, p.name from Invitation i join Person p on p.id = i.invitedBy where" + OPEN
                                + "and i.id > :after order by i.id",
                        Object[].class)
                .setParameter("organisation", organisationId)
                .setParameter("now", clock.instant())
                .setParameter("after", page.afterId(FIRST))
                .setMaxResults(page.limit() + 1)
                .getResultList();
        Roles known = roles.of(organisationId);
        List<OpenInvitation> found = rows.stream()
                .map(row -> ((Invitation) row[0]).listed((String) row[1], known))
                .toList();
        return Page.of(found, page.limit(), OpenInvitation::id);
    }

    /** Withdraws it: from now on its link opens nothing. */
    public void withdraw(Caller caller, UUID organisationId, UUID id) {
        organisations.managed(caller, organisationId);
        Instant now = clock.instant();
        Invitation invitation = entities.find(Invitation.class, id);
        if (invitation == null || !invitation.organisation().id().equals(organisationId) || !invitation.isOpenAt(now)) {
            throw Refusal.notFound("invitations");
        }
        invitation.end(Invitation.End.WITHDRAWN, now);
        entities.flush();
        audit.record(caller, "invitation.withdrawn", id);
    }

    /** What the holder of the link is told about the invitation. */
    @NeedsNoPermission(because = "whoever holds the link is told what it invites to")
    public InvitationView view(String token) {
        return view(new Secret(token == null ? "" : token));
    }

    public InvitationView view(Secret secret) {
        Invitation invitation = open(secret);
        Roles known = roles.including(invitation.roles());
        return new InvitationView(
                invitation.organisation().id(),
                invitation.organisation().name(),
                known.inOrder(invitation.roles()),
                known.names(invitation.roles()),
                invitation.email(),
                invitation.expiresAt(),
                invitation.cameByMail(secret)
                        ? accounts.find(invitation.emailKey()).isPresent()
                        : null);
    }

    /** True if the invited person has an account. It is asked for a person who is about to make one. */
    public boolean isForAnAccount(Secret secret) {
        return accounts.find(open(secret).emailKey()).isPresent();
    }

    public Registered acceptAsNew(Secret secret, String name, String passwordHash, ProvenBy proof, DeviceSeen seen) {
        lockOrganisationOf(secret);
        Invitation invitation = open(secret);
        EmailAddress address = EmailAddress.of(invitation.email(), "/email");
        Person person = new Person(Uuid7.next(), address, name, passwordHash, clock.instant());
        if (invitation.cameByMail(secret) || !confirmations.areNeededFor(address)) {
            person.confirmAddress(clock.instant());
        }
        return join(invitation, accounts.persist(person), membership -> sessions.openFor(membership, proof, seen));
    }

    public Registered acceptAs(Caller caller, Secret secret) {
        lockOrganisationOf(secret);
        Invitation invitation = open(secret);
        Person person = entities.find(Person.class, caller.person().id());
        if (invitation.cameByMail(secret) && person.emailKey().equals(invitation.emailKey())) {
            person.confirmAddress(clock.instant());
        }
        return join(invitation, person, membership -> sessions.openFrom(caller, membership));
    }

    /** Ends the invitations of a member who may not invite any more. */
    public void endThoseBy(UUID organisationId, UUID inviterId) {
        end(organisationId, "i.invitedBy = :who", inviterId, Invitation.End.INVITER_LEFT);
    }

    /** Ends the invitations by and for a person who leaves, so that they let nobody in and do not come back by another link. */
    public void endThoseOf(UUID organisationId, Person leaving) {
        endThoseBy(organisationId, leaving.id());
        end(organisationId, "i.emailKey = :who", leaving.emailKey(), Invitation.End.INVITED_LEFT);
    }

    /** Ends all invitations of an organisation that closes. */
    public void endAllOf(UUID organisationId) {
        end(organisationId, "i.organisation.id = :who", organisationId, Invitation.End.ORGANISATION_CLOSED);
    }

    /** Ends each by itself, so that the audit names them. */
    private void end(UUID organisationId, String which, Object who, Invitation.End reason) {
        Instant now = clock.instant();
        entities.createQuery(
                        "select i from Invitation i where" + OPEN + "and " + which + " order by i.id", Invitation.class)
                .setParameter("organisation", organisationId)
                .setParameter("now", now)
                .setParameter("who", who)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .forEach(invitation -> invitation.end(reason, now));
    }

    private Registered join(Invitation invitation, Person person, Function<Membership, Sessions.Opened> door) {
        UUID organisationId = invitation.organisation().id();
        if (memberships.find(organisationId, person.id()).isPresent()) {
            throw Refusal.conflict("organisations/member-already", "You are a member of this organisation already.");
        }
        if (memberships.countOf(person.id()) >= MOST_ORGANISATIONS) {
            throw Refusal.conflict(
                            "identity/too-many-organisations",
                            "You belong to " + MOST_ORGANISATIONS + " organisations. Ask one to remove you first.")
                    .beyond(Limit.ORGANISATIONS);
        }
        int most = settings.number(IdentitySettings.MEMBERS_PER_ORGANISATION);
        if (memberships.countIn(organisationId) >= most) {
            throw Refusal.conflict(
                            "organisations/full", "This organisation has " + most + " members and takes no more.")
                    .beyond(Limit.MEMBERS);
        }
        Roles known = roles.of(organisationId);
        known.requireHeld(invitation.organisation(), List.copyOf(invitation.roles()), "/roles");
        Membership membership = invitation.accept(Uuid7.next(), person, clock.instant());
        entities.persist(membership);
        entities.flush();
        Sessions.Opened opened = door.apply(membership);
        events.publish(
                opened.caller(),
                DomainEvent.of("user.joined", person.id())
                        .involving(organisationId)
                        .readableBy(organisationId)
                        .with("personId", person.id())
                        .with("organisationId", organisationId)
                        .with("roles", known.inOrder(membership.roles()))
                        .with("invitationId", invitation.id()));
        joined.fire(new MemberJoined(person.id(), organisationId, invitation.driverId()));
        return Registered.of(opened);
    }

    private void requireRoom(UUID organisationId, Instant now) {
        long open = entities.createQuery("select count(i) from Invitation i where" + OPEN, Long.class)
                .setParameter("organisation", organisationId)
                .setParameter("now", now)
                .getSingleResult();
        if (open >= MOST_OPEN) {
            throw Refusal.conflict(
                            "organisations/too-many-invitations",
                            "There are " + MOST_OPEN + " open invitations. Withdraw some first.")
                    .beyond(Limit.INVITATIONS);
        }
    }

    /** Locks the organisation. Only its id is read before the lock; the invitation itself is read under it. */
    private void lockOrganisationOf(Secret secret) {
        entities.createQuery(
                        "select i.organisation.id from Invitation i where i.tokenHash = :hash or i.mailTokenHash = :hash",
                        UUID.class)
                .setParameter("hash", secret.hash())
                .getResultStream()
                .forEach(id -> entities.find(Organisation.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The invitation, if it is not over and its maker may still invite. */
    private Invitation open(Secret secret) {
        return entities.createQuery(
                        "select i from Invitation i where i.tokenHash = :hash or i.mailTokenHash = :hash",
                        Invitation.class)
                .setParameter("hash", secret.hash())
                .getResultStream()
                .filter(invitation -> invitation.isOpenAt(clock.instant())
                        && memberships.manages(invitation.organisation().id(), invitation.invitedBy()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("invitations"));
    }
}
