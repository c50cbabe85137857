package org.lanerunner.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Money;

/**
 * A movement of money as double entry: postings in one currency that sum to zero. Refuses what does not balance. A release splits the price into the seller's
 * share and the platform's fee without losing a minor unit: the share is what the fee leaves.
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

    static Transfer refund(Escrow escrow) {
        return new Transfer(
                TransferKind.REFUND,
                escrow.organisationId(),
                escrow.bookingId(),
                escrow.test(),
                List.of(
                        new Entry(AccountKind.ESCROW, escrow.organisationId(), negative(escrow.amount())),
                        new Entry(AccountKind.WALLET, escrow.organisationId(), escrow.amount())));
    }

    static Transfer release(Escrow escrow, UUID sellerId, Money fee) {
        Money share = escrow.amount().minus(fee);
        if (fee.minorUnits() < 0 || share.minorUnits() < 0) {
            throw new IllegalArgumentException("a fee of " + fee + " on " + escrow.amount());
        }
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(AccountKind.ESCROW, escrow.organisationId(), negative(escrow.amount())));
        if (share.positive()) {
            entries.add(new Entry(AccountKind.WALLET, sellerId, share));
        }
        if (fee.positive()) {
            entries.add(new Entry(AccountKind.FEE, null, fee));
        }
        return new Transfer(TransferKind.RELEASE, escrow.organisationId(), escrow.bookingId(), escrow.test(), entries);
    }

    private static Money negative(Money amount) {
        return Money.zero(amount.currency()).minus(amount);
    }
}
