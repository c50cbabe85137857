package org.lanerunner.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.lanerunner.shared.Money;

/** Whatever is moved in whatever order: each transfer balances, money neither appears nor is lost, and wallets are never overdrawn. */
class TransferProperties {

    private static final List<UUID> ORGANISATIONS = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));

    /** One thing that somebody tries. */
    record Attempt(
            TransferKind kind,
            int buyer,
            int seller,
            long minorUnits,
            String currency,
            int feeBasisPoints,
            int escrow) {}

    @Provide
    Arbitrary<Attempt> attempts() {
        return Combinators.combine(
                        Arbitraries.of(TransferKind.class),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.longs().between(1, 1_000_000),
                        Arbitraries.of("USD", "JPY", "KWD"),
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.integers().between(0, 50))
                .as(Attempt::new);
    }

    @Property
    void everySequenceKeepsTheBooksBalanced(@ForAll("sequences") List<Attempt> sequence) {
        Map<String, Long> books = new HashMap<>();
        List<Escrow> held = new java.util.ArrayList<>();
        for (Attempt attempt : sequence) {
            Transfer transfer = transfer(attempt, held, books);
            if (transfer != null) {
                transfer.entries()
                        .forEach(entry -> books.merge(key(entry), entry.amount().minorUnits(), Long::sum));
            }
            for (String currency : List.of("USD", "JPY", "KWD")) {
                assertEquals(
                        0,
                        books.entrySet().stream()
                                .filter(book -> book.getKey().endsWith(currency))
                                .mapToLong(Map.Entry::getValue)
                                .sum());
            }
            books.forEach((account, balance) ->
                    assertTrue(account.startsWith("FUNDING") || balance >= 0, account + " is " + balance));
        }
    }

    @Provide
    Arbitrary<List<Attempt>> sequences() {
        return attempts().list().ofMaxSize(60);
    }

    @Property
    void releaseSplitsThePriceExactly(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long price,
            @ForAll @IntRange(max = 10_000) int basisPoints) {
        Money amount = new Money(price, "KWD");
        Money fee = amount.basisPoints(basisPoints);
        Transfer release = Transfer.payOut(
                new Escrow(UUID.randomUUID(), ORGANISATIONS.get(0), amount, true),
                ORGANISATIONS.get(1),
                Payout.toSeller(amount, fee));
        long paid = release.entries().stream()
                .filter(entry -> entry.amount().positive())
                .mapToLong(entry -> entry.amount().minorUnits())
                .sum();
        assertEquals(price, paid);
        assertEquals(
                fee.minorUnits(),
                release.entries().stream()
                        .filter(entry -> entry.account() == AccountKind.FEE)
                        .mapToLong(e -> e.amount().minorUnits())
                        .sum());
        assertTrue(release.entries().stream().noneMatch(entry -> entry.amount().minorUnits() == 0));
    }

    @Example
    void feeBeyondThePriceIsRefused() {
        Money price = Money.of("10", "JPY");
        assertThrows(IllegalArgumentException.class, () -> Payout.toSeller(price, Money.of("11", "JPY")));
        assertThrows(IllegalArgumentException.class, () -> Payout.toSeller(price, Money.of("-1", "JPY")));
    }

    @Example
    void sharesThatAreNotTheWholeAreNoTransfer() {
        Escrow escrow = new Escrow(UUID.randomUUID(), ORGANISATIONS.get(0), Money.of("10", "JPY"), true);
        for (String back : List.of("6", "8")) {
            Payout payout = new Payout(Money.of(back, "JPY"), Money.of("2", "JPY"), Money.of("1", "JPY"));
            assertThrows(IllegalArgumentException.class, () -> Transfer.payOut(escrow, ORGANISATIONS.get(1), payout));
        }
    }

    @Example
    void unbalancedTransferIsRefused() {
        Transfer.Entry one = new Transfer.Entry(AccountKind.FUNDING, null, Money.of("1", "USD"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Transfer(TransferKind.TOP_UP, ORGANISATIONS.get(0), null, true, List.of(one, one)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Transfer(TransferKind.TOP_UP, ORGANISATIONS.get(0), null, true, List.of(one)));
    }

    @Example
    void twoCurrenciesNeverMeetInATransfer() {
        Transfer.Entry dollars = new Transfer.Entry(AccountKind.FUNDING, null, Money.of("-1", "USD"));
        Transfer.Entry dinars = new Transfer.Entry(AccountKind.WALLET, ORGANISATIONS.get(0), Money.of("1", "KWD"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Transfer(TransferKind.TOP_UP, ORGANISATIONS.get(0), null, true, List.of(dollars, dinars)));
    }

    private static Transfer transfer(Attempt attempt, List<Escrow> held, Map<String, Long> books) {
        UUID buyer = ORGANISATIONS.get(attempt.buyer());
        Money amount = new Money(attempt.minorUnits(), attempt.currency());
        switch (attempt.kind()) {
            case TOP_UP:
                return Transfer.topUp(buyer, amount);
            case HOLD:
                String wallet = "WALLET:" + buyer + ":" + amount.currency();
                if (books.getOrDefault(wallet, 0L) < amount.minorUnits()) {
                    return null;
                }
                Escrow escrow = new Escrow(UUID.randomUUID(), buyer, amount, true);
                held.add(escrow);
                return Transfer.hold(escrow);
            default:
                if (held.isEmpty()) {
                    return null;
                }
                Escrow closed = held.remove(attempt.escrow() % held.size());
                Money fee = closed.amount().basisPoints(attempt.feeBasisPoints());
                Payout payout = attempt.kind() == TransferKind.REFUND
                        ? shares(closed.amount(), fee)
                        : Payout.toSeller(closed.amount(), fee);
                return Transfer.payOut(closed, ORGANISATIONS.get(attempt.seller()), payout);
        }
    }

    /** Something to each, or all of it back. */
    private static Payout shares(Money whole, Money fee) {
        Money seller = whole.minus(fee).basisPoints(5_000);
        return fee.positive() ? new Payout(whole.minus(fee).minus(seller), seller, fee) : Payout.backToBuyer(whole);
    }

    private static String key(Transfer.Entry entry) {
        return entry.account() + ":" + entry.organisationId() + ":"
                + entry.amount().currency();
    }
}
