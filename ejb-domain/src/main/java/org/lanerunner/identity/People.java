package org.lanerunner.identity;

import static java.util.stream.Collectors.toSet;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;

/**
 * All people who have an account here, for the platform's administrators to find, see, lock and unlock. Nobody can lock their own account, and a locked
 * administrator can lock nobody, so one administrator is always left.
 */
@Stateless
public class People {

    /** Comes after every id in order, so that the newest come first. */
    private static final UUID NEWEST = new UUID(-1, -1);

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private KnownRoles roles;

    @Inject
    private OwnSessions ownSessions;

    @Inject
    private Sessions sessions;

    @Inject
    private Footholds footholds;

    @Inject
    private SecurityNotices notices;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** Finds people by a part of the name or address, or by the whole id; newest first. */
    public Page<PersonFound> search(Caller caller, String query, PageRequest page) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        String text = query == null ? "" : query.strip().toLowerCase(Locale.ROOT);
        List<Person> rows = entities.createQuery(
                        "select p from Person p where p.id < :after and (lower(p.name) like :like escape '!' or p.emailKey like :like escape '!' or p.id = :id)"
                                + " order by p.id desc",
                        Person.class)
                .setParameter("after", page.afterId(NEWEST))
                .setParameter(
                        "like", "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%")
                .setParameter("id", idOrNone(text))
                .setMaxResults(page.limit() + 1)
                .getResultList();
        return Page.of(rows, page.limit(), Person::id).map(Person::found);
    }

    public PersonView view(Caller caller, UUID id) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        return shown(find(id));
    }

    /**
     * Locks an account. All sessions end, and links that were sent by mail. A person who signs in with the right password is told that the account is locked.
     */
    public PersonView lock(Caller caller, UUID id, IfMatch ifMatch, String reason) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        caller.requireProof();
        Person person = lockedBeside(caller, id);
        if (id.equals(caller.actorId())) {
            throw Refusal.conflict("people/self", "Nobody locks the own account.");
        }
        ifMatch.require(person.version());
        person.lock(reason, caller.actorId(), clock.instant());
        entities.flush();
        sessions.endAllOf(id, Session.End.LOCKED);
        footholds.endLinks(id);
        entities.flush();
        notices.tell(id, SecurityNotice.ACCOUNT_LOCKED, Map.of());
        return told(caller, person, "user.locked");
    }

    /** Unlocks an account. Links that were asked for by mail meanwhile open nothing. */
    public PersonView unlock(Caller caller, UUID id, IfMatch ifMatch) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        caller.requireProof();
        Person person = lockedBeside(caller, id);
        ifMatch.require(person.version());
        person.unlock();
        entities.flush();
        footholds.endLinks(id);
        notices.tell(id, SecurityNotice.ACCOUNT_UNLOCKED, Map.of());
        return told(caller, person, "user.unlocked");
    }

    /** For other features: names by id. An id without a person is left out. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            entities.createQuery("select p.id, p.name from Person p where p.id in :ids", Object[].class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(row -> names.put((UUID) row[0], (String) row[1]));
        }
        return names;
    }

    /** The person's row and the caller's own, locked in one order: so of two administrators who lock each other one is too late. */
    private Person lockedBeside(Caller caller, UUID id) {
        List<Person> both = entities.createQuery(
                        "select p from Person p where p.id in (:id, :own) order by p.id", Person.class)
                .setParameter("id", id)
                .setParameter("own", caller.actorId())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        if (both.stream().anyMatch(person -> person.id().equals(caller.actorId()) && person.isLocked())) {
            throw Refusal.forbidden("Your account is locked.");
        }
        return both.stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("people"));
    }

    private Person find(UUID id) {
        Person person = entities.find(Person.class, id);
        if (person == null) {
            throw Refusal.notFound("people");
        }
        return person;
    }

    private PersonView told(Caller caller, Person person, String type) {
        events.publish(
                caller,
                DomainEvent.of(type, person.id())
                        .readableBy(caller.organisationId())
                        .with("personId", person.id()));
        return shown(person);
    }

    private PersonView shown(Person person) {
        List<Membership> all = memberships.of(person.id());
        Roles known = roles.including(
                all.stream().flatMap(membership -> membership.roles().stream()).collect(toSet()));
        PersonView.Lock lock = person.isLocked()
                ? person.lockView(names(List.of(person.lockedBy())).get(person.lockedBy()))
                : null;
        return new PersonView(
                person.id(),
                person.name(),
                person.email(),
                person.createdAt(),
                lock,
                all.stream().anyMatch(membership -> membership.organisation().isPlatform()),
                all.stream()
                        .map(membership -> Me.Belonging.of(membership, known))
                        .toList(),
                ownSessions.livingOf(person.id(), null, NEWEST, PageRequest.MAXIMUM_LIMIT),
                person.version());
    }

    private static UUID idOrNone(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return NEWEST;
        }
    }
}
