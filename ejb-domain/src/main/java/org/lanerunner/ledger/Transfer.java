package org.lanerunner.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Money;

/**
 * A movement of money as double entry: postings in one currency that sum to zero. It refuses entries that do not balance, and so a payout whose shares are not
 * the whole.
 */
record Transfer(TransferKind kind, UUID organisationId, UUID bookingId, boolean test, List<Entry> entries) {

    /** One side of the movement; the platform's own accounts have no organisation. */
    record Entry(AccountKind account, UUID organisationId, Money amount) {}

    Transfer {
        entries = List.copyOf(entries);
        Money sum = Money.zero(entries.get(0).amount().currency());
        for (Entry entry : entries) {
            sum = sum.plus(entry.amount());
        }
        if (entries.size() < 2 || sum.minorUnits() != 0) {
            throw new IllegalArgumentException(kind + " does not balance: " + entries);
        }
    }

    static Transfer topUp(UUID organisationId, Money amount) {
        return new Transfer(
                TransferKind.TOP_UP,
                organisationId,
                null,
                true,
                List.of(
                        new Entry(AccountKind.FUNDING, null, negative(amount)),
                        new Entry(AccountKind.WALLET, organisationId, amount)));
    }

    static Transfer hold(Escrow escrow) {
        return new Transfer(
                TransferKind.HOLD,
                escrow.organisationId(),
                escrow.bookingId(),
                escrow.test(),
                List.of(
                        new Entry(AccountKind.WALLET, escrow.organisationId(), negative(escrow.amount())),
                        new Entry(AccountKind.ESCROW, escrow.organisationId(), escrow.amount())));
    }

    static Transfer payOut(Escrow escrow, UUID sellerId, Payout payout) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(AccountKind.ESCROW, escrow.organisationId(), negative(escrow.amount())));
        entries.add(new Entry(AccountKind.WALLET, escrow.organisationId(), payout.toBuyer()));
        entries.add(new Entry(AccountKind.WALLET, sellerId, payout.toSeller()));
        entries.add(new Entry(AccountKind.FEE, null, payout.fee()));
        entries.removeIf(entry -> entry.amount().minorUnits() == 0);
        return new Transfer(
                payout.refunds() ? TransferKind.REFUND : TransferKind.RELEASE,
                escrow.organisationId(),
                escrow.bookingId(),
                escrow.test(),
                entries);
    }

    private static Money negative(Money amount) {
        return Money.zero(amount.currency()).minus(amount);
    }
}
