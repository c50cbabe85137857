package org.lanerunner.outbound;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;

/**
 * The mails and SMS of an installation of test money that are kept readable instead of being sent. In other installations there are none, and no way to ask for
 * them.
 */
@Stateless
public class KeptMails {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final UUID LAST = new UUID(-1L, -1L);

    @Inject
    private Sql sql;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    public void keep(KeptMail mail) {
        sql.update(
                "INSERT INTO outbound.kept_mail (id, channel, kind, address, address_key, subject, text, html, kept_at) VALUES (?, ?, ?, ?, ?, ?::text, ?, ?::text, ?)",
                mail.id(),
                mail.channel(),
                mail.kind(),
                mail.to(),
                key(mail.to()),
                mail.subject(),
                mail.text(),
                mail.html(),
                mail.keptAt());
    }

    /** Newest first. @param address only mails to this address; null for all */
    @NeedsNoPermission(because = "only who sits at the machine of an installation of test money is let through to it")
    public Page<KeptMail> list(String address, PageRequest page) {
        if (!settings.flag(ServerSettings.TEST_MONEY)) {
            throw Refusal.notFound("mails");
        }
        return Page.of(
                sql.query(
                        "SELECT id, channel, kind, address, subject, text, html, kept_at FROM outbound.kept_mail"
                                + " WHERE (?::text IS NULL OR address_key = ?) AND id < ? ORDER BY id DESC LIMIT ?",
                        row -> new KeptMail(
                                Sql.id(row, "id"),
                                Channel.valueOf(row.getString("channel")),
                                row.getString("kind"),
                                row.getString("address"),
                                row.getString("subject"),
                                row.getString("text"),
                                row.getString("html"),
                                Sql.instant(row, "kept_at")),
                        key(address),
                        key(address),
                        page.afterId(LAST),
                        page.limit() + 1),
                page.limit(),
                KeptMail::id);
    }

    @NeedsNoPermission(because = "the system does it by itself")
    public void forgetOld() {
        sql.update(
                "DELETE FROM outbound.kept_mail WHERE kept_at < ?",
                clock.instant().minus(KEPT));
    }

    private static String key(String address) {
        return address == null || address.isBlank() ? null : address.strip().toLowerCase(Locale.ROOT);
    }
}
