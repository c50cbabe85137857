package org.lanerunner.deals;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanerunner.identity.Organisations;
import org.lanerunner.ledger.Ledger;
import org.lanerunner.ledger.LedgerPermissions;
import org.lanerunner.loads.OffersReceived;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.NearestTasks;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Task;
import org.lanerunner.shared.Task.Thing;
import org.lanerunner.shared.Waiting;
import org.lanerunner.shared.WaitsFor;

/**
 * The tasks that a side has with its offers. One kind is offers to answer. The other is offers whose acceptance failed because the buyer's wallet did not cover
 * the price: they wait for the buyer until the money is there, and from then on for the side that is to accept them.
 */
@ApplicationScoped
class OfferTasks implements WaitsFor, OffersReceived {

    private static final String ANSWER = "deals.answer-offer";

    private static final Comparator<Task> ENDS_FIRST = comparing(Task::deadline, nullsLast(naturalOrder()));

    private static final String OPEN =
            " FROM deals.offer WHERE status = 'OPEN' AND (buyer_organisation_id = ? OR seller_organisation_id = ?)";

    private static final String COLUMNS =
            "id, load_id, load_reference, price_minor, currency, buyer_organisation_id, seller_organisation_id, made_by_organisation_id, expires_at AS deadline";

    private static final String TO_ANSWER = NearestTasks.of("SELECT '" + ANSWER + "' AS kind, " + COLUMNS + OPEN
            + " AND made_by_organisation_id <> ? AND unfunded_at IS NULL");

    /** Only the ledger knows whether the money is there now. So all of these are looked at, the nearest to their end first. */
    private static final String UNFUNDED = "SELECT 1 AS of_its_kind, " + COLUMNS + OPEN
            + " AND unfunded_at IS NOT NULL AND (buyer_organisation_id = ? OR made_by_organisation_id <> ?) ORDER BY expires_at, id LIMIT 1000";

    private record Row(
            UUID id, Thing load, Money price, UUID buyer, UUID seller, UUID maker, Instant expiresAt, long ofItsKind) {

        Task task(String kind) {
            return Task.about(kind, new Thing("offer", id, null)).of(load).by(expiresAt, null);
        }

        boolean boughtBy(UUID organisation) {
            return buyer.equals(organisation);
        }

        boolean madeBy(UUID organisation) {
            return maker.equals(organisation);
        }

        UUID counterpartOf(UUID organisation) {
            return boughtBy(organisation) ? seller : buyer;
        }

        /** What the wallet lacks for the price; not positive where the wallet covers it. */
        Money lacking(List<Money> wallet) {
            return wallet.stream()
                    .filter(balance -> balance.currency().equals(price.currency()))
                    .reduce(price, Money::minus);
        }
    }

    @Inject
    private Organisations organisations;

    @Inject
    private Ledger ledger;

    @Inject
    private Sql sql;

    @Override
    public List<Waiting> waiting(Caller caller, Instant now, int most) {
        if (!caller.may(DealPermissions.OFFERS_VIEW)) {
            return List.of();
        }
        UUID me = caller.organisationId();
        List<Row> toAnswer = sql.query(TO_ANSWER, OfferTasks::row, me, me, me, most);
        long notRead = toAnswer.stream().mapToLong(Row::ofItsKind).findFirst().orElse(0) - toAnswer.size();
        List<Task> tasks = new ArrayList<>();
        toAnswer.forEach(offer -> tasks.add(answer(offer)));
        tasks.addAll(unfunded(caller));
        return nearest(tasks, notRead, most);
    }

    /** Of each kind those that end first. @param notRead how many more there are to answer */
    static List<Waiting> nearest(List<Task> tasks, long notRead, int most) {
        Map<String, List<Task>> kinds = tasks.stream().collect(Collectors.groupingBy(Task::kind));
        List<Waiting> nearest = new ArrayList<>();
        kinds.forEach((kind, all) -> {
            long number = all.size() + (kind.equals(ANSWER) ? notRead : 0);
            all.stream().sorted(ENDS_FIRST).limit(most).forEach(task -> nearest.add(new Waiting(task, number)));
        });
        return nearest;
    }

    @Override
    public Set<UUID> loads(Caller caller) {
        UUID me = caller.organisationId();
        return caller.may(DealPermissions.OFFERS_VIEW)
                ? new HashSet<>(sql.query(
                        "SELECT DISTINCT load_id" + OPEN + " AND made_by_organisation_id <> ?",
                        row -> Sql.id(row, "load_id"),
                        me,
                        me,
                        me))
                : Set.of();
    }

    private List<Task> unfunded(Caller caller) {
        UUID me = caller.organisationId();
        List<Row> unfunded = sql.query(UNFUNDED, OfferTasks::row, me, me, me, me);
        Map<UUID, List<Money>> wallets =
                ledger.available(unfunded.stream().map(Row::buyer).collect(Collectors.toSet()));
        Map<UUID, String> names = organisations.names(
                unfunded.stream().map(offer -> offer.counterpartOf(me)).collect(Collectors.toSet()));
        return unfunded.stream()
                .flatMap(offer -> unfunded(
                        caller,
                        offer,
                        offer.lacking(wallets.getOrDefault(offer.buyer(), List.of())),
                        names.get(offer.counterpartOf(me))))
                .toList();
    }

    /** The maker has nothing to answer. Only the buyer is to know how much is wanting, and of the buyer's people only those who may see the wallet. */
    private static Stream<Task> unfunded(Caller caller, Row offer, Money lacking, String counterpart) {
        UUID me = caller.organisationId();
        boolean covered = !lacking.positive();
        Stream<Task> answer =
                !offer.madeBy(me) && offer.boughtBy(me) == covered ? Stream.of(answer(offer)) : Stream.empty();
        if (offer.boughtBy(me) == covered) {
            return answer;
        }
        if (!offer.boughtBy(me)) {
            return Stream.of(offer.task("deals.accept-again").with(counterpart));
        }
        return Stream.of(offer.task(offer.madeBy(me) ? "deals.fund-made" : "deals.fund-received")
                .with(counterpart)
                .over(caller.may(LedgerPermissions.WALLET_VIEW) ? lacking : null));
    }

    private static Task answer(Row offer) {
        return offer.task(ANSWER).over(offer.price());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Sql.id(row, "id"),
                new Thing("load", Sql.id(row, "load_id"), row.getString("load_reference")),
                new Money(row.getLong("price_minor"), row.getString("currency")),
                Sql.id(row, "buyer_organisation_id"),
                Sql.id(row, "seller_organisation_id"),
                Sql.id(row, "made_by_organisation_id"),
                Sql.instant(row, "deadline"),
                row.getLong("of_its_kind"));
    }
}
