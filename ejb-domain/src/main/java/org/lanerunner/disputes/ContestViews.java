package org.lanerunner.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lanerunner.bookings.BookingPermissions;
import org.lanerunner.bookings.ContestedBookings;
import org.lanerunner.bookings.PartiesAround;
import org.lanerunner.documents.DocumentView;
import org.lanerunner.documents.Documents;
import org.lanerunner.identity.Members;
import org.lanerunner.identity.Organisations;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;

/** Shows contests, with what other features know of them fetched once for all that are shown. */
@ApplicationScoped
class ContestViews {

    private ContestRepository contests;
    private ContestedBookings bookings;
    private Organisations organisations;
    private Members members;
    private Documents documents;

    ContestViews() {}

    @Inject
    ContestViews(
            ContestRepository contests,
            ContestedBookings bookings,
            Organisations organisations,
            Members members,
            Documents documents) {
        this.contests = contests;
        this.bookings = bookings;
        this.organisations = organisations;
        this.members = members;
        this.documents = documents;
    }

    /** Shows the contest as it is after what the present transaction changed. */
    ContestView of(Caller caller, Contest contest) {
        contests.flush();
        return all(caller, List.of(contest)).get(0);
    }

    /** @param found up to one more than the page holds */
    Page<ContestView> page(Caller caller, List<Contest> found, PageRequest page) {
        return Page.of(all(caller, found), page.limit(), ContestView::id);
    }

    /**
     * True if the contest concerns an organisation of the caller's own, so that the caller must not decide it. That organisation may be a side of the booking
     * or, where a broker stands between, of the other agreement about the same goods. A person who left the organisation after the agreement was made is still
     * no stranger to it.
     */
    boolean concerns(Caller caller, Contest contest) {
        return ofOwn(caller, List.of(contest)).contains(contest.id());
    }

    /** The contests that concern an organisation to which the caller belongs, or belonged since the deal was made. */
    private Set<UUID> ofOwn(Caller caller, List<Contest> shown) {
        Map<UUID, Instant> own = members.organisationsOf(caller.actorId());
        Map<UUID, PartiesAround> parties =
                bookings.partiesAround(shown.stream().map(Contest::bookingId).toList());
        return shown.stream()
                .filter(contest -> belongedTo(own, parties.get(contest.bookingId())))
                .map(Contest::id)
                .collect(Collectors.toSet());
    }

    private static boolean belongedTo(Map<UUID, Instant> own, PartiesAround parties) {
        return parties.organisations().stream()
                .map(party -> own.getOrDefault(party, Instant.MIN))
                .anyMatch(until -> !until.isBefore(parties.since()));
    }

    /** Null if there is no document. */
    ContestView.ContestFile file(UUID documentId) {
        return documentId == null
                ? null
                : documents.known(List.of(documentId)).stream()
                        .map(ContestViews::file)
                        .findFirst()
                        .orElse(null);
    }

    private static ContestView.ContestFile file(DocumentView document) {
        return new ContestView.ContestFile(document.id(), document.name(), document.mediaType(), document.sizeBytes());
    }

    private List<ContestView> all(Caller caller, List<Contest> shown) {
        Set<UUID> parties = new HashSet<>();
        Set<UUID> files = new HashSet<>();
        for (Contest contest : shown) {
            parties.add(contest.buyerOrganisationId());
            parties.add(contest.sellerOrganisationId());
            for (Evidence.Side side : Evidence.Side.values()) {
                files.addAll(contest.documents(side));
            }
        }
        Map<UUID, String> names = organisations.names(parties);
        Map<UUID, Instant> settled =
                bookings.settledAt(shown.stream().map(Contest::bookingId).collect(Collectors.toSet()));
        Map<UUID, DocumentView> known =
                documents.known(files).stream().collect(Collectors.toMap(DocumentView::id, document -> document));
        Set<UUID> own = caller.may(DisputePermissions.PLATFORM_CONTESTS) ? ofOwn(caller, shown) : Set.of();
        return shown.stream()
                .map(contest ->
                        view(contest, names, known, settled.get(contest.bookingId()), actions(caller, own, contest)))
                .toList();
    }

    private ContestView view(
            Contest contest,
            Map<UUID, String> names,
            Map<UUID, DocumentView> files,
            Instant settledAt,
            List<String> actions) {
        return new ContestView(
                contest.id(),
                new ContestView.ContestSubject(
                        contest.bookingId(),
                        contest.bookingReference(),
                        party(contest.buyerOrganisationId(), names),
                        party(contest.sellerOrganisationId(), names),
                        contest.money().price(),
                        contest.money().fee(),
                        contest.money().test()),
                contest.status(),
                contest.reason(),
                new ContestView.ContestWords(
                        contest.words(), contest.contestedAt(), files(contest, Evidence.Side.BUYER, files)),
                contest.answeredAt() == null
                        ? null
                        : new ContestView.ContestWords(
                                contest.answerWords(),
                                contest.answeredAt(),
                                files(contest, Evidence.Side.SELLER, files)),
                contest.late(),
                new ContestView.ContestTimes(contest.answerDueAt(), contest.queuedAt(), contest.endedAt(), settledAt),
                contest.decisionReason(),
                actions,
                contest.version());
    }

    private static ContestView.ContestParty party(UUID id, Map<UUID, String> names) {
        return new ContestView.ContestParty(id, names.getOrDefault(id, ""));
    }

    private static List<ContestView.ContestFile> files(
            Contest contest, Evidence.Side side, Map<UUID, DocumentView> known) {
        return contest.documents(side).stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(ContestViews::file)
                .toList();
    }

    private static List<String> actions(Caller caller, Set<UUID> own, Contest contest) {
        List<String> actions = new ArrayList<>();
        if (contest.status().over()) {
            return actions;
        }
        if (contest.boughtBy(caller.organisationId()) && caller.may(BookingPermissions.CONTEST)) {
            actions.add("withdraw");
        }
        if (contest.soldBy(caller.organisationId()) && caller.may(DisputePermissions.CONTESTS_ANSWER)) {
            if (contest.mayBeAnswered()) {
                actions.add("answer");
            }
            actions.add("concede");
        }
        if (contest.status() == ContestStatus.AWAITING_DECISION
                && caller.may(DisputePermissions.PLATFORM_CONTESTS)
                && !own.contains(contest.id())) {
            actions.add("decide");
        }
        return actions;
    }
}
