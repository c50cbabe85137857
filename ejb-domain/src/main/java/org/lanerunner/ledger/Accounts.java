package org.lanerunner.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.SqlFailure;
import org.lanerunner.shared.Uuid7;

/**
 * Writes transfers to the ledger's tables. Postings go in the order of their accounts, so that two transfers never wait for each other in a ring. A caller that
 * makes several transfers in one transaction locks the balances of all of them before the first.
 */
@ApplicationScoped
class Accounts {

    private record Posting(UUID accountId, Money amount) {}

    private Sql sql;

    Accounts() {}

    @Inject
    Accounts(Sql sql) {
        this.sql = sql;
    }

    /** @throws Refusal CONFLICT when a wallet does not have the money, or the reference was used before */
    UUID post(Transfer transfer, String reference, Instant now) {
        UUID transferId = Uuid7.next();
        List<Posting> postings = new ArrayList<>();
        for (Transfer.Entry entry : transfer.entries()) {
            postings.add(new Posting(account(entry, transfer.test(), now), entry.amount()));
        }
        postings.sort(Comparator.comparing(posting -> posting.accountId().toString()));
        try {
            sql.update(
                    "INSERT INTO ledger.transfer (id, kind, reference, organisation_id, booking_id, test, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    transferId,
                    transfer.kind(),
                    reference,
                    transfer.organisationId(),
                    transfer.bookingId(),
                    transfer.test(),
                    now);
            sql.batch(
                    "INSERT INTO ledger.posting (id, transfer_id, account_id, currency, test, amount_minor, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    postings.stream()
                            .map(posting -> new Object[] {
                                Uuid7.next(),
                                transferId,
                                posting.accountId(),
                                posting.amount().currency(),
                                transfer.test(),
                                posting.amount().minorUnits(),
                                now
                            })
                            .toList());
        } catch (SqlFailure failure) {
            throw refused(failure);
        }
        return transferId;
    }

    /** Locks the balances in the order of the accounts, as postings do. */
    void lock(Collection<UUID> organisations) {
        sql.query("SELECT ledger.lock_balances(?)", row -> true, (Object) organisations.toArray(UUID[]::new));
    }

    /** Turns a broken constraint into a refusal: the database holds that no wallet is below zero and no reference is used twice. */
    private static RuntimeException refused(SqlFailure failure) {
        if (failure.broke("balance_not_below_zero")) {
            return Refusal.conflict(Ledger.INSUFFICIENT_FUNDS, "The wallet does not hold enough for this.");
        }
        return failure.broke("transfer_reference")
                ? Refusal.conflict("ledger/reference-used", "This was posted before.")
                : failure;
    }

    private UUID account(Transfer.Entry entry, boolean test, Instant now) {
        return find(entry, test).orElseGet(() -> {
            sql.update(
                    "INSERT INTO ledger.account (id, kind, organisation_id, currency, test, created_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    Uuid7.next(),
                    entry.account(),
                    entry.organisationId(),
                    entry.amount().currency(),
                    test,
                    now);
            return find(entry, test).orElseThrow();
        });
    }

    private Optional<UUID> find(Transfer.Entry entry, boolean test) {
        String owner = entry.account().ofOrganisation()
                ? "organisation_id = ?"
                : "organisation_id IS NULL AND ?::uuid IS NULL";
        return sql.first(
                "SELECT id FROM ledger.account WHERE kind = ? AND " + owner + " AND currency = ? AND test = ?",
                row -> Sql.id(row, "id"),
                entry.account(),
                entry.organisationId(),
                entry.amount().currency(),
                test);
    }
}
