package org.lanerunner.ledger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;

/**
 * The money. It holds a booking's price in escrow, and pays it out to the seller less the platform's fee, back to the buyer, or in shares. Each is a balanced
 * double entry with its event. It refuses to spend what a wallet does not hold, to close an escrow twice, and to book test money unless this installation
 * allows it. The database itself holds that no transfer joins test and real money, that each transfer sums to zero, and that no wallet goes below zero.
 */
@Stateless
public class Ledger {

    /** The slug of a refusal to spend what a wallet does not hold. */
    public static final String INSUFFICIENT_FUNDS = "ledger/insufficient-funds";

    /** Comes after every id, so that a list from the newest to the oldest begins with the newest. */
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    /** A wallet takes no top-up that brings it beyond this many minor units. What is earned or given back is not refused. */
    private static final long WALLET_LIMIT = 100_000_000_000L;

    private static final String POSTINGS =
            "SELECT p.id, p.transfer_id, t.kind, a.kind AS account, p.amount_minor, p.currency, t.booking_id, p.test,"
                    + " p.created_at FROM ledger.posting p JOIN ledger.account a ON a.id = p.account_id JOIN ledger.transfer t ON t.id = p.transfer_id";

    @Inject
    private Sql sql;

    @Inject
    private Accounts accounts;

    @Inject
    private Events events;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** True if this installation books with test money, and then with no other. */
    public boolean testMoney() {
        return settings.flag(ServerSettings.TEST_MONEY);
    }

    /**
     * Puts test money into the wallet of the organisation acted for.
     *
     * @param reference the reference that the request names; a second top-up with it is refused
     */
    public PostingView topUp(Caller caller, Money amount, String reference) {
        caller.require(LedgerPermissions.WALLET_TOP_UP);
        if (!testMoney()) {
            throw Refusal.conflict(
                    "ledger/test-money-off",
                    "This installation does not use test money, and only test money can be topped up.");
        }
        UUID organisationId = caller.organisationId();
        if (amount == null) {
            throw Refusal.invalid("/amount", "Say how much.");
        }
        if (!amount.positive()) {
            throw Refusal.invalid("/amount/amount", "The amount must be more than zero.");
        }
        Instant now = clock.instant();
        UUID transferId = accounts.post(
                Transfer.topUp(organisationId, amount), "top-up:" + organisationId + ":" + reference, now);
        requireWithinLimit(organisationId, amount.currency());
        events.publish(
                caller,
                DomainEvent.of("payment.topped-up", transferId)
                        .involving(organisationId)
                        .readableBy(organisationId)
                        .with("transferId", transferId)
                        .with("organisationId", organisationId)
                        .with("amount", amount)
                        .with("test", true));
        return posting(organisationId, transferId);
    }

    /** Puts the price of a booking from the buyer's wallet into escrow. 409 ledger/insufficient-funds, 409 ledger/already-held. */
    public void hold(Caller caller, UUID bookingId, UUID buyerId, Money amount) {
        if (!amount.positive()) {
            throw Refusal.invalid("/price", "The price must be more than zero.");
        }
        Instant now = clock.instant();
        Escrow escrow = new Escrow(bookingId, buyerId, amount, testMoney());
        int held = sql.update(
                "INSERT INTO ledger.escrow (booking_id, organisation_id, status, amount_minor, currency, test, held_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                bookingId,
                buyerId,
                Escrow.Status.HELD,
                amount.minorUnits(),
                amount.currency(),
                escrow.test(),
                now);
        if (held == 0) {
            throw Refusal.conflict("ledger/already-held", "This booking has an escrow.");
        }
        UUID transferId = accounts.post(Transfer.hold(escrow), "hold:" + bookingId, now);
        events.publish(caller, payment("payment.escrowed", escrow, transferId));
    }

    /**
     * Closes the escrow and pays out the whole of it. It is a release if all goes to the seller and the platform, and a refund as soon as something goes back
     * to the buyer. 409 ledger/not-held when it was closed before, 409 ledger/not-the-whole when the shares do not add up to what is held.
     */
    public void payOut(Caller caller, UUID bookingId, UUID sellerId, Payout payout) {
        Instant now = clock.instant();
        Escrow escrow = close(bookingId, payout.refunds() ? Escrow.Status.REFUNDED : Escrow.Status.RELEASED, now);
        if (!payout.whole().equals(escrow.amount())) {
            throw Refusal.conflict(
                    "ledger/not-the-whole",
                    "The shares make " + payout.whole() + ", but " + escrow.amount() + " is held for this booking.");
        }
        String reference = (payout.refunds() ? "refund:" : "release:") + bookingId;
        UUID transferId = accounts.post(Transfer.payOut(escrow, sellerId, payout), reference, now);
        events.publish(caller, paidOut(escrow, transferId, sellerId, payout));
    }

    /**
     * For a caller that is about to pay out several escrows in one transaction: after this, two such transactions don't wait for each other in a ring, whatever
     * their order.
     */
    public void lockBalances(Collection<UUID> organisations) {
        accounts.lock(organisations);
    }

    /**
     * For other features: what organisations can spend of the kind of money that this installation books with. There is one amount for each currency, and one
     * query for all.
     */
    public Map<UUID, List<Money>> available(Collection<UUID> organisations) {
        Map<UUID, List<Money>> available = new HashMap<>();
        if (!organisations.isEmpty()) {
            sql.query(
                    "SELECT a.organisation_id, a.currency, b.balance_minor FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id"
                            + " WHERE a.organisation_id = ANY (?) AND a.kind = 'WALLET' AND a.test = ?",
                    row -> available
                            .computeIfAbsent(Sql.id(row, "organisation_id"), id -> new ArrayList<>())
                            .add(new Money(row.getLong("balance_minor"), row.getString("currency"))),
                    organisations.toArray(UUID[]::new),
                    testMoney());
        }
        return available;
    }

    /** The wallet of the organisation acted for. */
    public WalletView wallet(Caller caller) {
        caller.require(LedgerPermissions.WALLET_VIEW);
        return new WalletView(sql.query(
                """
                SELECT a.currency, a.test, sum(b.balance_minor) FILTER (WHERE a.kind = 'WALLET') AS available,
                    sum(b.balance_minor) FILTER (WHERE a.kind = 'ESCROW') AS escrowed
                FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id
                WHERE a.organisation_id = ? GROUP BY a.currency, a.test ORDER BY a.currency, a.test""",
                row -> {
                    String currency = row.getString("currency");
                    return new WalletView.Balance(
                            currency,
                            new Money(row.getLong("available"), currency),
                            new Money(row.getLong("escrowed"), currency),
                            row.getBoolean("test"));
                },
                caller.organisationId()));
    }

    /** The movements of the own accounts, newest first. */
    public Page<PostingView> postings(Caller caller, PageRequest page) {
        caller.require(LedgerPermissions.WALLET_VIEW);
        List<PostingView> found = sql.query(
                POSTINGS + " WHERE a.organisation_id = ? AND p.id < ? ORDER BY p.id DESC LIMIT ?",
                Ledger::view,
                caller.organisationId(),
                page.afterId(AFTER_ALL),
                page.limit() + 1);
        return Page.of(found, page.limit(), PostingView::id);
    }

    private PostingView posting(UUID organisationId, UUID transferId) {
        return sql.first(
                        POSTINGS + " WHERE a.organisation_id = ? AND p.transfer_id = ?",
                        Ledger::view,
                        organisationId,
                        transferId)
                .orElseThrow();
    }

    /**
     * Checks the limit after the posting, which holds the balance's row until the commit. So of many top-ups at once each sees those before it. Beyond the
     * limit all is undone.
     */
    private void requireWithinLimit(UUID organisationId, String currency) {
        if (available(organisationId, currency) > WALLET_LIMIT) {
            throw Refusal.conflict(
                            "ledger/wallet-full",
                            "A wallet of test money takes no more than " + new Money(WALLET_LIMIT, currency) + ".")
                    .beyond(Limit.WALLET);
        }
    }

    private long available(UUID organisationId, String currency) {
        return sql.first(
                        "SELECT b.balance_minor FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id"
                                + " WHERE a.organisation_id = ? AND a.kind = 'WALLET' AND a.currency = ? AND a.test",
                        row -> row.getLong(1),
                        organisationId,
                        currency)
                .orElse(0L);
    }

    /** Closes the escrow if it is still held. Of two transactions that close it at once, only one finds it held. */
    private Escrow close(UUID bookingId, Escrow.Status status, Instant now) {
        return sql.first(
                        """
                UPDATE ledger.escrow SET status = ?, closed_at = ? WHERE booking_id = ? AND status = 'HELD'
                RETURNING organisation_id, amount_minor, currency, test""",
                        row -> new Escrow(
                                bookingId,
                                Sql.id(row, "organisation_id"),
                                new Money(row.getLong("amount_minor"), row.getString("currency")),
                                row.getBoolean("test")),
                        status,
                        now,
                        bookingId)
                .orElseThrow(() -> Refusal.conflict("ledger/not-held", "There is no money held for this booking."));
    }

    private static DomainEvent paidOut(Escrow escrow, UUID transferId, UUID sellerId, Payout payout) {
        DomainEvent event = payment(payout.refunds() ? "payment.refunded" : "payment.released", escrow, transferId);
        if (payout.toBuyer().equals(escrow.amount())) {
            return event;
        }
        return event.involving(sellerId)
                .readableBy(sellerId)
                .with("sellerOrganisationId", sellerId)
                .with("refunded", payout.refunds() ? payout.toBuyer() : null)
                .with("sellerReceives", payout.toSeller())
                .with("fee", payout.fee());
    }

    private static DomainEvent payment(String type, Escrow escrow, UUID transferId) {
        return DomainEvent.of(type, escrow.bookingId())
                .involving(escrow.organisationId())
                .readableBy(escrow.organisationId())
                .with("transferId", transferId)
                .with("bookingId", escrow.bookingId())
                .with("organisationId", escrow.organisationId())
                .with("amount", escrow.amount())
                .with("test", escrow.test());
    }

    private static PostingView view(ResultSet row) throws SQLException {
        return new PostingView(
                Sql.id(row, "id"),
                Sql.id(row, "transfer_id"),
                TransferKind.valueOf(row.getString("kind")),
                AccountKind.valueOf(row.getString("account")),
                new Money(row.getLong("amount_minor"), row.getString("currency")),
                Sql.id(row, "booking_id"),
                row.getBoolean("test"),
                Sql.instant(row, "created_at"));
    }
}
