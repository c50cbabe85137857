package org.lanerunner.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.DueItem;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/** Finds contests: each is seen by its two parties, and by the administrators. */
@ApplicationScoped
class ContestRepository {

    private static final Set<ContestStatus> OPEN =
            Set.of(ContestStatus.AWAITING_ANSWER, ContestStatus.AWAITING_DECISION);
    private static final Set<ContestStatus> OVER =
            Set.of(ContestStatus.WITHDRAWN, ContestStatus.CONCEDED, ContestStatus.RELEASED, ContestStatus.REFUNDED);
    private static final long CONTESTING = 0x636f6e74657374L;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String OF_PARTY =
            "c.bookingId = :booking and (c.buyerOrganisationId = :me or c.sellerOrganisationId = :me)";

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Sql sql;

    void add(Contest contest) {
        entities.persist(contest);
        entities.flush();
    }

    void flush() {
        entities.flush();
    }

    Optional<Contest> ofParty(Caller caller, UUID bookingId) {
        return entities.createQuery("select c from Contest c where " + OF_PARTY, Contest.class)
                .setParameter("booking", bookingId)
                .setParameter("me", caller.organisationId())
                .getResultStream()
                .findFirst();
    }

    /** Finds only the contest's id, so that the booking's lock can be taken before the contest is read. */
    Optional<UUID> idOfParty(Caller caller, UUID bookingId) {
        return entities.createQuery("select c.id from Contest c where " + OF_PARTY, UUID.class)
                .setParameter("booking", bookingId)
                .setParameter("me", caller.organisationId())
                .getResultStream()
                .findFirst();
    }

    Optional<UUID> bookingOf(UUID id) {
        return entities.createQuery("select c.bookingId from Contest c where c.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    Optional<Contest> find(UUID id) {
        return Optional.ofNullable(entities.find(Contest.class, id));
    }

    Optional<Contest> forUpdate(UUID id) {
        return Optional.ofNullable(entities.find(Contest.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Holds off all other contests of this buyer until the present transaction is over, so that what is counted stays true. It is taken before every other
     * lock, and only to make a contest, so nobody who holds another lock waits for it. The buyer's row in identity would not do: to lock it would block a
     * transaction that settles what this buyer sells.
     */
    void holdContestingOf(UUID buyerOrganisationId) {
        sql.query(
                "SELECT pg_advisory_xact_lock(?)",
                row -> true,
                CONTESTING ^ buyerOrganisationId.getLeastSignificantBits());
    }

    long openOf(UUID buyerOrganisationId) {
        return entities.createQuery(
                        "select count(c) from Contest c where c.buyerOrganisationId = :buyer and c.status in :open",
                        Long.class)
                .setParameter("buyer", buyerOrganisationId)
                .setParameter("open", OPEN)
                .getSingleResult();
    }

    /** The organisation's contests, the newest first, one more than the limit. */
    List<Contest> ofOrganisation(Caller caller, boolean over, PageRequest page) {
        return entities.createQuery(
                        "select c from Contest c where (c.buyerOrganisationId = :me or c.sellerOrganisationId = :me)"
                                + " and c.status in :states and c.id < :after order by c.id desc",
                        Contest.class)
                .setParameter("me", caller.organisationId())
                .setParameter("states", over ? OVER : OPEN)
                .setParameter("after", page.afterId(Uuid7.next()))
                .setMaxResults(page.limit() + 1)
                .getResultList();
    }

    /** The contests that wait for the administrators, the first in the queue first; one more than the limit. */
    List<Contest> awaitingDecision(PageRequest page) {
        UUID after = page.afterId(BEFORE_ALL);
        return entities.createQuery(
                        "select c from Contest c where c.status = AWAITING_DECISION"
                                + " and (c.queuedAt > :since or (c.queuedAt = :since and c.id > :after)) order by c.queuedAt, c.id",
                        Contest.class)
                .setParameter("since", queuedAt(after))
                .setParameter("after", after)
                .setMaxResults(page.limit() + 1)
                .getResultList();
    }

    /** The time stays known when that contest has been decided meanwhile, so that a page can begin after it. */
    private Instant queuedAt(UUID id) {
        return id.equals(BEFORE_ALL)
                ? Instant.EPOCH
                : find(id).map(Contest::queuedAt).orElse(Instant.EPOCH);
    }

    /** The contests that are over, the first that was contested first; one more than the limit. */
    List<Contest> over(PageRequest page) {
        return entities.createQuery(
                        "select c from Contest c where c.status in :states and c.id > :after order by c.id",
                        Contest.class)
                .setParameter("states", OVER)
                .setParameter("after", page.afterId(BEFORE_ALL))
                .setMaxResults(page.limit() + 1)
                .getResultList();
    }

    /** Counts up to a thousand. */
    long countAwaitingDecision() {
        return ((Number) entities.createNativeQuery(
                                "SELECT count(*) FROM (SELECT 1 FROM disputes.contest WHERE status = 'AWAITING_DECISION' LIMIT 1000) waiting")
                        .getSingleResult())
                .longValue();
    }

    /** The contests whose time to answer is over, after the given one, the longest due first. */
    List<DueItem> answerDue(Instant now, DueItem after, int limit) {
        return entities.createQuery(
                        "select new org.lanerunner.shared.DueItem(c.id, c.answerDueAt) from Contest c where c.status = AWAITING_ANSWER and c.answerDueAt <= :now"
                                + " and (c.answerDueAt > :at or (c.answerDueAt = :at and c.id > :id)) order by c.answerDueAt, c.id",
                        DueItem.class)
                .setParameter("now", now)
                .setParameter("at", after.dueAt())
                .setParameter("id", after.id())
                .setMaxResults(limit)
                .getResultList();
    }
}
