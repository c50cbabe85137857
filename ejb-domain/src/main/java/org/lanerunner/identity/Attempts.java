package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.SuspendsTransaction;

/**
 * Counts attempts to prove who one is, by passwords and codes alike, and makes people wait who guess: first for the account at the network address where it
 * happens, then for the account everywhere. A browser from which the person has signed in before has a count of its own, and nobody else's guesses make it
 * wait, so nobody can lock a person out. A name without an account is counted in the same way, so that nothing shows the difference.
 *
 * <p>An attempt is counted before anything is looked at, and taken back when it was right: so of a thousand attempts at once each is counted. Each method has a
 * transaction of its own, whoever calls it: an attempt that is refused after it was counted stays counted.
 */
@Stateless
@SuspendsTransaction(
        because = "it is asked before and after passwords are looked at, which happens outside of transactions")
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Attempts {

    /** A count to which an attempt adds, and the number from which on it makes people wait. */
    private record Counted(byte[] keyHash, int tolerated) {}

    private record Row(byte[] keyHash, Tally tally) {}

    @Inject
    private Sql sql;

    @Inject
    private Devices devices;

    @Inject
    private LockNotices lockNotices;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** The name by which an address's account is counted, whether it exists or not. */
    static String account(String email) {
        try {
            return EmailAddress.known(email, "/email").key();
        } catch (Refusal noAddress) {
            return "no address " + HexFormat.of().formatHex(new Secret(String.valueOf(email)).hash());
        }
    }

    /**
     * Counts an attempt before anything secret is looked at.
     *
     * @return whether with this attempt the account begins to wait everywhere; a caller whose attempt is wrong then calls {@link #failed}
     * @throws Refusal TOO_MANY where there were too many, in the same words whether the account exists or not
     */
    public boolean begin(String account, DeviceSeen seen) {
        Instant now = clock.instant();
        List<Counted> all = counted(account, seen);
        List<Row> rows = locked(all, now);
        Duration wait = rows.stream()
                .map(row -> row.tally().lockedAt(now))
                .max(Duration::compareTo)
                .orElseThrow();
        if (wait.compareTo(Duration.ZERO) > 0) {
            throw heldUp(wait);
        }
        List<Row> counted = rows.stream()
                .map(row -> new Row(row.keyHash(), row.tally().failedAt(now, toleratedOf(row, all))))
                .toList();
        write(counted);
        return isFirstLockEverywhere(counted, account);
    }

    /** The attempt was wrong. If it is the one from which the account waits everywhere, its person is told, once. */
    public void failed(String account, boolean holdsUpEverywhere) {
        if (holdsUpEverywhere) {
            lockNotices.tell(account);
        }
    }

    private boolean isFirstLockEverywhere(List<Row> rows, String account) {
        byte[] everywhere = new Secret(everywhere(account)).hash();
        int tolerated = settings.number(IdentitySettings.ATTEMPTS_OF_AN_ACCOUNT);
        return rows.stream()
                .anyMatch(row -> row.tally().failures() == tolerated && Arrays.equals(row.keyHash(), everywhere));
    }

    /** The attempt was right but is not all that is needed, or it could not be looked at. It does not count, and the count before it stays. */
    public void passed(String account, DeviceSeen seen) {
        write(locked(counted(account, seen), clock.instant()).stream()
                .map(row -> new Row(row.keyHash(), row.tally().takenBack()))
                .toList());
    }

    /** The sign-in is complete: failed attempts are forgotten, for the account and for the place. */
    public void succeeded(String account, DeviceSeen seen) {
        List.of(device(seen, account), place(seen, account), everywhere(account)).stream()
                .map(key -> new Secret(key).hash())
                .sorted(Arrays::compareUnsigned)
                .forEach(hash -> sql.update("DELETE FROM identity.attempt WHERE key_hash = ?", hash));
    }

    /** The person has shown a link that they got by mail. If this browser has a key, others' guesses do not make the person wait there from now on. */
    public void vouched(UUID personId, String account, DeviceSeen seen) {
        succeeded(account, seen);
        if (!seen.keyed()) {
            return;
        }
        devices.of(personId, seen, clock.instant());
    }

    private List<Counted> counted(String account, DeviceSeen seen) {
        int ofPlace = settings.number(IdentitySettings.ATTEMPTS_AT_A_PLACE);
        if (seen.keyed() && isKnown(account, seen)) {
            return List.of(new Counted(new Secret(device(seen, account)).hash(), ofPlace));
        }
        List<Counted> both = new ArrayList<>(List.of(
                new Counted(new Secret(place(seen, account)).hash(), ofPlace),
                new Counted(
                        new Secret(everywhere(account)).hash(),
                        settings.number(IdentitySettings.ATTEMPTS_OF_AN_ACCOUNT))));
        both.sort((one, other) -> Arrays.compareUnsigned(one.keyHash(), other.keyHash()));
        return both;
    }

    private boolean isKnown(String account, DeviceSeen seen) {
        return sql.first(
                        "SELECT 1 FROM identity.device d JOIN identity.person p ON p.id = d.person_id WHERE p.email_key = ? AND d.key_hash = ? AND d.keyed",
                        row -> true,
                        account,
                        seen.keyHash())
                .isPresent();
    }

    /** The rows of these counts, made where there are none, and locked until the end of the transaction; always in the order of their keys. */
    private List<Row> locked(List<Counted> all, Instant now) {
        List<Row> rows = new ArrayList<>();
        for (Counted one : all) {
            rows.add(sql.first(
                            "INSERT INTO identity.attempt (key_hash, failures, last_at) VALUES (?, 0, ?)"
                                    + " ON CONFLICT (key_hash) DO UPDATE SET failures = attempt.failures RETURNING key_hash, failures, last_at, locked_until",
                            row -> new Row(
                                    row.getBytes("key_hash"),
                                    new Tally(
                                            row.getInt("failures"),
                                            Sql.instant(row, "last_at"),
                                            Sql.instant(row, "locked_until"))),
                            one.keyHash(),
                            now)
                    .orElseThrow());
        }
        return rows;
    }

    private void write(List<Row> rows) {
        sql.batch(
                "UPDATE identity.attempt SET failures = ?, last_at = ?, locked_until = ? WHERE key_hash = ?",
                rows.stream()
                        .map(row -> new Object[] {
                            row.tally().failures(),
                            row.tally().lastAt(),
                            row.tally().lockedUntil(),
                            row.keyHash()
                        })
                        .toList());
    }

    private static int toleratedOf(Row row, List<Counted> all) {
        return all.stream()
                .filter(one -> Arrays.equals(one.keyHash(), row.keyHash()))
                .findFirst()
                .orElseThrow()
                .tolerated();
    }

    private static String device(DeviceSeen seen, String account) {
        return "device " + HexFormat.of().formatHex(seen.keyHash()) + " " + account;
    }

    private static String place(DeviceSeen seen, String account) {
        return "place " + seen.address() + " " + account;
    }

    private static String everywhere(String account) {
        return "account " + account;
    }

    private static Refusal heldUp(Duration wait) {
        return new Refusal(
                        Refusal.Kind.TOO_MANY,
                        "identity/too-many-attempts",
                        "There were too many attempts to sign in with this address. Wait a while, use a browser that you have signed in with before, or set a new password by mail.")
                .beyond(Limit.ATTEMPTS)
                .retryAfter((int) wait.plusMillis(999).toSeconds());
    }
}
