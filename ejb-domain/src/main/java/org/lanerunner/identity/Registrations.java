package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;

/**
 * Accounts that wait for their address to be confirmed. Only the address learns whether it has an account already: both ways do the same work and give the same
 * answer. The person who confirms also shows the password that was chosen, so that nobody is given an account by a stranger who knows how to get into it.
 */
@Stateless
public class Registrations {

    /** The account that somebody asked for. */
    record Wanted(
            EmailAddress email, String name, String passwordHash, String organisationName, OrganisationKind kind) {}

    private static final Duration LIFETIME = Duration.ofDays(1);

    @Inject
    private Accounts accounts;

    @Inject
    private IdentityMails mails;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Nothing waits if no mail was sent, because so many mails went to the address already. */
    public void ask(Wanted wanted) {
        Instant now = clock.instant();
        Instant until = now.plus(LIFETIME);
        Secret secret = Secret.random();
        boolean known = accounts.find(wanted.email().key()).isPresent();
        if (!mails.send(
                known ? "account-exists" : "registration",
                wanted.email().text(),
                known ? "/forgot" : "/verify#" + secret.text(),
                until)) {
            return;
        }
        sql.update(
                "INSERT INTO identity.registration (token_hash, email, email_key, name, password_hash, organisation_name, kind, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                secret.hash(),
                wanted.email().text(),
                wanted.email().key(),
                wanted.name(),
                wanted.passwordHash(),
                wanted.organisationName(),
                wanted.kind(),
                now,
                until);
    }

    public Optional<Wanted> open(Secret secret) {
        return sql.first(
                "SELECT email, name, password_hash, organisation_name, kind FROM identity.registration WHERE token_hash = ? AND expires_at > ?",
                row -> new Wanted(
                        EmailAddress.of(row.getString("email"), "/email"),
                        row.getString("name"),
                        row.getString("password_hash"),
                        row.getString("organisation_name"),
                        row.getString("kind") == null ? null : OrganisationKind.valueOf(row.getString("kind"))),
                secret.hash(),
                clock.instant());
    }

    /**
     * Makes the account, once, and deletes all else that waits for the address. All of these rows are locked in one order: of two who confirm at once the
     * second finds nothing.
     */
    public Registered confirm(Secret secret, Wanted wanted, ProvenBy proof, DeviceSeen seen) {
        sql.query(
                "SELECT 1 FROM identity.registration WHERE email_key = ? ORDER BY token_hash FOR UPDATE",
                row -> true,
                wanted.email().key());
        if (sql.update("DELETE FROM identity.registration WHERE token_hash = ?", secret.hash()) == 0) {
            throw Refusal.notFound("registrations");
        }
        sql.update(
                "DELETE FROM identity.registration WHERE email_key = ?",
                wanted.email().key());
        return accounts.register(
                wanted.email(),
                wanted.name(),
                wanted.passwordHash(),
                wanted.organisationName(),
                wanted.kind(),
                proof,
                seen);
    }

    @NeedsNoPermission(because = "the system does it by itself")
    public void forgetOld() {
        Instant now = clock.instant();
        sql.update("DELETE FROM identity.registration WHERE expires_at < ?", now);
        sql.update("DELETE FROM identity.mail_link WHERE expires_at < ?", now.minus(LIFETIME));
        sql.update("DELETE FROM identity.address_change WHERE expires_at < ?", now);
    }
}
