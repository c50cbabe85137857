package org.lanerunner.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.shared.PortalAddress;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;

/**
 * The link in a mail by which its reader switches off mails of that kind, without signing in (RFC 8058). Each mail has its own link, of 256 random bits, which
 * is kept as a hash. Whoever is given the mail can switch off that kind for that person, and do or learn nothing else.
 */
@ApplicationScoped
class UnsubscribeLinks {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param page for people, who are shown a button; @param oneClick for mail programs, which post to it */
    record Link(String token, String page, String oneClick) {

        @Override
        public String toString() {
            return "Link";
        }
    }

    /** The person whose link it is, and the kind. */
    record Meaning(UUID personId, String kind) {}

    private PortalAddress portal;
    private Sql sql;
    private Clock clock;

    UnsubscribeLinks() {}

    @Inject
    UnsubscribeLinks(PortalAddress portal, Sql sql, Clock clock) {
        this.portal = portal;
        this.sql = sql;
        this.clock = clock;
    }

    Link next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Link(token, page(token), portal.link("/api/notifications/unsubscribe/" + token));
    }

    String page(String token) {
        return portal.link("/unsubscribe#" + token);
    }

    void keep(Link link, UUID personId, NoticeKind kind) {
        sql.update(
                "INSERT INTO notifications.unsubscribe_link (token_hash, person_id, kind, made_at) VALUES (?, ?, ?, ?)",
                hash(link.token()),
                personId,
                kind.name(),
                clock.instant());
    }

    /** @throws Refusal NOT_FOUND for a link that does not exist, or not any more */
    Meaning of(String token) {
        return Optional.ofNullable(token)
                .flatMap(text -> sql.first(
                        "SELECT person_id, kind FROM notifications.unsubscribe_link WHERE token_hash = ?",
                        row -> new Meaning(Sql.id(row, "person_id"), row.getString("kind")),
                        (Object) hash(text)))
                .orElseThrow(() -> Refusal.notFound("notifications"));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
