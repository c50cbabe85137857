package org.lanerunner.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.bookings.BookingPermissions;
import org.lanerunner.bookings.ContestedBookings;
import org.lanerunner.events.ReceivedEvent;
import org.lanerunner.identity.Organisations;
import org.lanerunner.notifications.Notice;
import org.lanerunner.notifications.NoticeKind;
import org.lanerunner.notifications.NoticeKind.Audience;
import org.lanerunner.notifications.NoticeKind.Weight;
import org.lanerunner.notifications.NoticeSource;
import org.lanerunner.notifications.NoticeSubject;

/**
 * Notices to the two sides of a contested delivery about what the other side or an administrator does, or what a deadline brings. What the sides say in it they
 * read at the booking.
 */
@ApplicationScoped
class ContestNotices implements NoticeSource {

    /** Home shows the contest as a task until it is answered, so the notice need not stay there too. */
    private static final NoticeKind OPENED =
            kind("contest-opened", "booking.contested", Audience.OTHER_SIDE, Weight.REQUEST);

    private static final NoticeKind ANSWERED =
            kind("contest-answered", "contest.answered", Audience.OTHER_SIDE, Weight.REQUEST);
    private static final NoticeKind UNANSWERED =
            kind("contest-unanswered", "contest.escalated", Audience.OTHER_SIDE, Weight.REQUEST);
    private static final NoticeKind ANSWER_MISSED =
            kind("contest-answer-missed", "contest.escalated", Audience.OWN_SIDE, Weight.CONCERN);
    private static final NoticeKind WITHDRAWN =
            kind("contest-withdrawn", "contest.withdrawn", Audience.OTHER_SIDE, Weight.REQUEST);
    private static final NoticeKind CONCEDED =
            kind("contest-conceded", "contest.conceded", Audience.OTHER_SIDE, Weight.REQUEST);
    private static final NoticeKind DECIDED =
            kind("contest-decided", "contest.decided", Audience.OTHER_SIDE, Weight.ESSENTIAL);

    @Inject
    private ContestRepository contests;

    @Inject
    private ContestedBookings bookings;

    @Inject
    private Organisations organisations;

    ContestNotices() {}

    private static NoticeKind kind(String name, String event, Audience audience, Weight weight) {
        return new NoticeKind(ContestNotices.class, name, event, audience, BookingPermissions.VIEW, weight);
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(OPENED, ANSWERED, UNANSWERED, ANSWER_MISSED, WITHDRAWN, CONCEDED, DECIDED);
    }

    @Override
    public List<Notice> noticesOf(ReceivedEvent event) {
        UUID id = UUID.fromString(event.data().path("contestId").asText());
        return contests.find(id).map(contest -> of(event.type(), contest)).orElse(List.of());
    }

    private List<Notice> of(String type, Contest contest) {
        return switch (type) {
            case "booking.contested" -> List.of(toSeller(OPENED, contest).time("until", contest.answerDueAt()));
            case "contest.answered" -> List.of(toBuyer(ANSWERED, contest));
            case "contest.escalated" -> List.of(toBuyer(UNANSWERED, contest), toSeller(ANSWER_MISSED, contest));
            case "contest.withdrawn" -> List.of(paid(toSeller(WITHDRAWN, contest), contest));
            case "contest.conceded" -> List.of(toBuyer(CONCEDED, contest));
            case "contest.decided" -> decided(contest);
            default -> List.of();
        };
    }

    /** Each side is told what the decision means for its own wallet, and the reason. */
    private List<Notice> decided(Contest contest) {
        boolean released = contest.status() == ContestStatus.RELEASED;
        Notice buyer = toBuyer(DECIDED, contest);
        Notice seller = toSeller(DECIDED, contest);
        return Stream.of(
                        released
                                ? buyer.amount("lost", contest.money().price())
                                : buyer.amount("refunded", contest.money().price()),
                        released
                                ? paid(seller, contest)
                                : seller.amount("missed", contest.money().sellerReceives()))
                .map(notice -> notice.text("reason", contest.decisionReason()))
                .toList();
    }

    /** Names what the seller received, or what waits while the platform has the seller suspended. */
    private Notice paid(Notice seller, Contest contest) {
        boolean settled = bookings.settledAt(Set.of(contest.bookingId())).containsKey(contest.bookingId());
        return seller.amount(settled ? "received" : "waits", contest.money().sellerReceives());
    }

    private Notice toBuyer(NoticeKind kind, Contest contest) {
        return about(kind, contest, contest.buyerOrganisationId(), contest.sellerOrganisationId());
    }

    private Notice toSeller(NoticeKind kind, Contest contest) {
        return about(kind, contest, contest.sellerOrganisationId(), contest.buyerOrganisationId());
    }

    private Notice about(NoticeKind kind, Contest contest, UUID reader, UUID other) {
        return Notice.of(kind, reader, NoticeSubject.BOOKING, contest.bookingId())
                .text("booking", contest.bookingReference())
                .text("by", organisations.name(other))
                .amount("price", contest.money().price());
    }
}
