package org.lanerunner.disputes;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.lanerunner.bookings.AgreedMoney;
import org.lanerunner.bookings.Agreement;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.EventData;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Refusal;

/**
 * What a buyer has against a delivery, and what becomes of it. The seller has a time to answer. After the answer, or once the time is over, the administrators
 * decide. Until they decide, the buyer may accept the delivery after all, and the seller may give the money back. A contest ends once, with the money either to
 * the seller or as a whole back to the buyer. The query makes sure that only the buyer makes it and only the seller answers it, and the database that a booking
 * has one open contest at most.
 */
@Entity
@Table(schema = "disputes", name = "contest")
class Contest {

    @Id
    private UUID id;

    @Column(name = "booking_id", updatable = false)
    private UUID bookingId;

    @Code
    @Column(name = "booking_reference", updatable = false)
    private String bookingReference;

    @Column(name = "buyer_organisation_id", updatable = false)
    private UUID buyerOrganisationId;

    @Column(name = "seller_organisation_id", updatable = false)
    private UUID sellerOrganisationId;

    @Embedded
    private AgreedMoney money;

    @Enumerated(EnumType.STRING)
    private ContestStatus status;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ContestReason reason;

    @Personal(of = "contestedBy")
    @Column(updatable = false)
    private String words;

    @Column(name = "contested_by", updatable = false)
    private UUID contestedBy;

    @Column(name = "contested_at", updatable = false)
    private Instant contestedAt;

    @Column(name = "answer_due_at", updatable = false)
    private Instant answerDueAt;

    @Personal(of = "answeredBy")
    @Column(name = "answer_words")
    private String answerWords;

    @Column(name = "answered_by")
    private UUID answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    /** The time when it came to the administrators' queue. */
    @Column(name = "queued_at")
    private Instant queuedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    /** The person who ended it: of the buyer, of the seller, or an administrator. */
    @Column(name = "ended_by")
    private UUID endedBy;

    /** The administrator's reason. */
    @Personal(of = "endedBy")
    @Column(name = "decision_reason")
    private String decisionReason;

    @Code
    @ElementCollection(fetch = FetchType.LAZY)
    @BatchSize(size = 101)
    @CollectionTable(schema = "disputes", name = "evidence", joinColumns = @JoinColumn(name = "contest_id"))
    private Set<Evidence> evidence = new HashSet<>();

    @Version
    private int version;

    Contest() {}

    Contest(
            UUID id,
            Caller buyer,
            Agreement agreement,
            ContestReason reason,
            Statement said,
            Duration toAnswer,
            Instant now) {
        this.id = id;
        this.bookingId = agreement.bookingId();
        this.bookingReference = agreement.reference();
        this.buyerOrganisationId = agreement.buyerOrganisationId();
        this.sellerOrganisationId = agreement.sellerOrganisationId();
        this.money = agreement.money();
        this.status = ContestStatus.AWAITING_ANSWER;
        this.reason = reason;
        this.words = said.words();
        this.contestedBy = buyer.actorId();
        this.contestedAt = now;
        this.answerDueAt = now.plus(toAnswer);
        show(Evidence.Side.BUYER, said);
    }

    /** What the booking's event tells of the contest. */
    static EventData facts(UUID id, ContestReason reason, Instant answerDueAt) {
        return EventData.none().with("contestId", id).with("ground", reason).with("answerDueAt", answerDueAt);
    }

    /** The seller answers, once. From now on the administrators decide. */
    DomainEvent answer(Caller seller, Statement said, Instant now) {
        ContestCommand.ANSWER.mustLeave(status);
        if (answeredAt != null) {
            throw Refusal.conflict("contests/answered", "This was answered already; the administrators decide.");
        }
        answerWords = said.words();
        answeredBy = seller.actorId();
        answeredAt = now;
        show(Evidence.Side.SELLER, said);
        status = ContestStatus.AWAITING_DECISION;
        queued(now);
        return event("contest.answered").with("late", late());
    }

    /** The seller has not answered in time. */
    DomainEvent escalate(Instant now) {
        ContestCommand.ESCALATE.mustLeave(status);
        status = ContestStatus.AWAITING_DECISION;
        queued(now);
        return event("contest.escalated");
    }

    DomainEvent withdraw(Caller buyer, Instant now) {
        ContestCommand.WITHDRAW.mustLeave(status);
        status = ContestStatus.WITHDRAWN;
        ended(buyer, now);
        return event("contest.withdrawn");
    }

    DomainEvent concede(Caller seller, Instant now) {
        ContestCommand.CONCEDE.mustLeave(status);
        status = ContestStatus.CONCEDED;
        ended(seller, now);
        return event("contest.conceded");
    }

    DomainEvent release(Caller administrator, String why, Instant now) {
        ContestCommand.RELEASE.mustLeave(status);
        status = ContestStatus.RELEASED;
        return decided(administrator, why, now);
    }

    DomainEvent refund(Caller administrator, String why, Instant now) {
        ContestCommand.REFUND.mustLeave(status);
        status = ContestStatus.REFUNDED;
        return decided(administrator, why, now);
    }

    private DomainEvent decided(Caller administrator, String why, Instant now) {
        ended(administrator, now);
        decisionReason = why;
        return event("contest.decided").with("decision", status);
    }

    /** An answer that comes late finds the contest in the queue already, and its place stays. */
    private void queued(Instant now) {
        if (queuedAt == null) {
            queuedAt = now;
        }
    }

    private void ended(Caller by, Instant now) {
        endedBy = by.actorId();
        endedAt = now;
    }

    private void show(Evidence.Side side, Statement said) {
        for (int i = 0; i < said.documentIds().size(); i++) {
            evidence.add(new Evidence(side, i, said.documentIds().get(i)));
        }
    }

    private DomainEvent event(String type) {
        return DomainEvent.of(type, id)
                .with("contestId", id)
                .with("bookingId", bookingId)
                .with("buyerOrganisationId", buyerOrganisationId)
                .with("sellerOrganisationId", sellerOrganisationId)
                .with("test", money.test())
                .involving(bookingId)
                .readableBy(buyerOrganisationId, sellerOrganisationId);
    }

    /** True if the time to answer is over, and the seller has not answered. */
    boolean answerDue(Instant now) {
        return status == ContestStatus.AWAITING_ANSWER && !now.isBefore(answerDueAt);
    }

    boolean late() {
        return answeredAt != null && answeredAt.isAfter(answerDueAt);
    }

    boolean boughtBy(UUID organisation) {
        return buyerOrganisationId.equals(organisation);
    }

    boolean soldBy(UUID organisation) {
        return sellerOrganisationId.equals(organisation);
    }

    boolean mayBeAnswered() {
        return ContestCommand.ANSWER.leaves(status) && answeredAt == null;
    }

    /** The documents that one side shows, in its order. */
    List<UUID> documents(Evidence.Side side) {
        return evidence.stream()
                .filter(shown -> shown.side() == side)
                .sorted(Comparator.comparingInt(Evidence::position))
                .map(Evidence::documentId)
                .toList();
    }

    UUID id() {
        return id;
    }

    UUID bookingId() {
        return bookingId;
    }

    String bookingReference() {
        return bookingReference;
    }

    UUID buyerOrganisationId() {
        return buyerOrganisationId;
    }

    UUID sellerOrganisationId() {
        return sellerOrganisationId;
    }

    AgreedMoney money() {
        return money;
    }

    ContestStatus status() {
        return status;
    }

    ContestReason reason() {
        return reason;
    }

    String words() {
        return words;
    }

    Instant contestedAt() {
        return contestedAt;
    }

    Instant answerDueAt() {
        return answerDueAt;
    }

    String answerWords() {
        return answerWords;
    }

    Instant answeredAt() {
        return answeredAt;
    }

    Instant queuedAt() {
        return queuedAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    String decisionReason() {
        return decisionReason;
    }

    int version() {
        return version;
    }
}
