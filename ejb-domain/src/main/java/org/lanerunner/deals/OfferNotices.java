package org.lanerunner.deals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.lanerunner.events.ReceivedEvent;
import org.lanerunner.identity.Organisations;
import org.lanerunner.ledger.LedgerPermissions;
import org.lanerunner.loads.Loads;
import org.lanerunner.notifications.Notice;
import org.lanerunner.notifications.NoticeKind;
import org.lanerunner.notifications.NoticeKind.Audience;
import org.lanerunner.notifications.NoticeKind.Weight;
import org.lanerunner.notifications.NoticeSource;
import org.lanerunner.notifications.NoticeSubject;

/**
 * Notices to the sides of an offer. The booking tells of an accepted offer. Of an offer that closes only the carrier's side is told: the load's owner has the
 * booking, or took the leg off the market.
 */
@ApplicationScoped
class OfferNotices implements NoticeSource {

    private static final NoticeKind RECEIVED =
            kind("offer-received", "offer.made", Audience.OTHER_SIDE, DealPermissions.OFFERS_MAKE, Weight.REQUEST);
    private static final NoticeKind COUNTERED =
            kind("offer-countered", "offer.made", Audience.OTHER_SIDE, DealPermissions.OFFERS_MAKE, Weight.REQUEST);
    private static final NoticeKind DECLINED =
            kind("offer-declined", "offer.declined", Audience.OTHER_SIDE, DealPermissions.OFFERS_VIEW, Weight.CONCERN);
    private static final NoticeKind OUTDONE =
            kind("offer-outdone", "offer.closed", Audience.OTHER_SIDE, DealPermissions.OFFERS_VIEW, Weight.CONCERN);
    private static final NoticeKind CLOSED =
            kind("offer-closed", "offer.closed", Audience.OTHER_SIDE, DealPermissions.OFFERS_VIEW, Weight.PROGRESS);
    private static final NoticeKind SUSPENDED =
            kind("offer-suspended", "offer.closed", Audience.OTHER_SIDE, DealPermissions.OFFERS_VIEW, Weight.CONCERN);
    private static final NoticeKind EXPIRED =
            kind("offer-expired", "offer.expired", Audience.OWN_SIDE, DealPermissions.OFFERS_VIEW, Weight.CONCERN);
    private static final NoticeKind WITHDRAWN = kind(
            "offer-withdrawn", "offer.withdrawn", Audience.OTHER_SIDE, DealPermissions.OFFERS_VIEW, Weight.PROGRESS);

    private static final NoticeKind UNFUNDED = kind(
            "offer-unfunded",
            "offer.acceptance-failed",
            Audience.OTHER_SIDE,
            LedgerPermissions.WALLET_VIEW,
            Weight.REQUEST);

    private static final NoticeKind OWN_UNFUNDED = kind(
            "offer-own-unfunded",
            "offer.acceptance-failed",
            Audience.OWN_SIDE,
            LedgerPermissions.WALLET_VIEW,
            Weight.REQUEST);

    @Inject
    private OfferRepository offers;

    @Inject
    private Loads loads;

    @Inject
    private Organisations organisations;

    OfferNotices() {}

    private static NoticeKind kind(String name, String event, Audience audience, String permission, Weight weight) {
        return new NoticeKind(OfferNotices.class, name, event, audience, permission, weight);
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(
                RECEIVED, COUNTERED, DECLINED, OUTDONE, CLOSED, SUSPENDED, EXPIRED, WITHDRAWN, UNFUNDED, OWN_UNFUNDED);
    }

    @Override
    public List<Notice> noticesOf(ReceivedEvent event) {
        return offers.find(event.subject()).map(offer -> of(event, offer)).orElse(List.of());
    }

    private List<Notice> of(ReceivedEvent event, Offer offer) {
        return switch (event.type()) {
            case "offer.made" -> {
                Notice told = toOther(event.data().hasNonNull("counterOf") ? COUNTERED : RECEIVED, offer);
                yield List.of(told.time("until", offer.expiresAt()));
            }
            case "offer.declined" -> List.of(about(DECLINED, offer, offer.madeByOrganisationId(), other(offer)));
            case "offer.closed" -> closed(event, offer);
            case "offer.expired" -> List.of(about(EXPIRED, offer, offer.madeByOrganisationId(), other(offer)));
            // the notice of the offer that took its place tells of it
            case "offer.withdrawn" ->
                event.data().hasNonNull("replacedBy") ? List.of() : List.of(toOther(WITHDRAWN, offer));
            case "offer.acceptance-failed" ->
                List.of(about(unfunded(event, offer), offer, offer.buyerOrganisationId(), offer.sellerOrganisationId())
                        .time("until", offer.expiresAt()));
            default -> List.of();
        };
    }

    /** The buyer's people are told of either attempt, the carrier's and a colleague's, by a notice of its own kind. */
    private static NoticeKind unfunded(ReceivedEvent event, Offer offer) {
        return offer.buyerOrganisationId().equals(event.organisation()) ? OWN_UNFUNDED : UNFUNDED;
    }

    private List<Notice> closed(ReceivedEvent event, Offer offer) {
        String because = event.data().path("because").asText();
        UUID seller = offer.sellerOrganisationId();
        UUID buyer = offer.buyerOrganisationId();
        if (Offer.Closing.ORGANISATION_SUSPENDED.name().equals(because)) {
            return List.of(about(SUSPENDED, offer, seller, buyer), about(SUSPENDED, offer, buyer, seller));
        }
        boolean outdone = Offer.Closing.OTHER_ACCEPTED.name().equals(because)
                && offer.madeByOrganisationId().equals(seller);
        return List.of(about(outdone ? OUTDONE : CLOSED, offer, seller, buyer));
    }

    private Notice toOther(NoticeKind kind, Offer offer) {
        return about(kind, offer, other(offer), offer.madeByOrganisationId());
    }

    private static UUID other(Offer offer) {
        return offer.madeByOrganisationId().equals(offer.buyerOrganisationId())
                ? offer.sellerOrganisationId()
                : offer.buyerOrganisationId();
    }

    private Notice about(NoticeKind kind, Offer offer, UUID told, UUID by) {
        Notice notice = Notice.of(kind, told, NoticeSubject.OFFER, offer.id())
                .text("by", organisations.name(by))
                .text("load", offer.loadReference())
                .amount("price", offer.price());
        return loads.ends(offer.loadId(), offer.legId())
                .map(ends -> notice.text("origin", ends.origin()).text("destination", ends.destination()))
                .orElse(notice);
    }
}
