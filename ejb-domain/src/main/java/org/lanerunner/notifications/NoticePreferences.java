package org.lanerunner.notifications;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Refusal;

/** Which notices come by mail. Each person chooses for themselves, for all their organisations: signed in, or by the link in a mail. */
@Stateless
public class NoticePreferences {

    /** @param mail whether it is to come by mail */
    public record MailWanted(String kind, Boolean mail) {}

    @Inject
    private NoticeKinds kinds;

    @Inject
    private NoticeChoices choices;

    @Inject
    private UnsubscribeLinks links;

    @Inject
    private Audit audit;

    /** The choices for every kind that may reach the caller in this organisation. */
    public List<NoticeChoice> own(Caller caller) {
        caller.requireAny(CommonPermissions.SELF, CommonPermissions.SELF_VIEW);
        return shown(caller);
    }

    /** Changes the kinds that are named. The others stay as they are. */
    public List<NoticeChoice> choose(Caller caller, List<MailWanted> wanted) {
        caller.require(CommonPermissions.SELF);
        if (wanted == null) {
            throw Refusal.invalid("/preferences", "Name kinds, and whether they come by mail.");
        }
        if (wanted.size() > kinds.all().size()) {
            throw Refusal.invalid(
                    "/preferences", "There are no more than " + kinds.all().size() + " kinds.");
        }
        UUID person = caller.person().id();
        for (int i = 0; i < wanted.size(); i++) {
            choose(person, wanted.get(i), "/preferences/" + i);
        }
        if (!wanted.isEmpty()) {
            audit.record(caller, "notices.chosen", person);
        }
        return shown(caller);
    }

    private void choose(UUID person, MailWanted one, String pointer) {
        NoticeKind kind = one == null ? null : kinds.find(one.kind()).orElse(null);
        if (kind == null) {
            throw Refusal.invalid(pointer + "/kind", "There is no such kind of notices.");
        }
        if (one.mail() == null) {
            throw Refusal.invalid(pointer + "/mail", "Say whether it comes by mail.");
        }
        if (kind.essential() && !one.mail()) {
            throw essential();
        }
        choices.choose(person, kind.name(), one.mail());
    }

    /** The kind that the link of a mail is about, for the person who opened it. Nothing is changed. */
    @NeedsNoPermission(because = "whoever has the link has the mail, which says as much")
    public NoticeChoice ofLink(String token) {
        UnsubscribeLinks.Meaning meaning = links.of(token);
        NoticeKind kind = kinds.find(meaning.kind()).orElseThrow(() -> Refusal.notFound("notifications"));
        return choice(kind, choices.of(meaning.personId()));
    }

    /** The page that asks the person who opened the link of a mail. Nothing is changed. */
    @NeedsNoPermission(because = "whoever has the link has the mail, which says as much")
    public String pageOfLink(String token) {
        links.of(token);
        return links.page(token);
    }

    /** Switches off mails of the kind for the person to whom the link was sent. It may be repeated without harm. */
    @NeedsNoPermission(
            because = "whoever has the link was sent it; mail programs use it without anybody signing in (RFC 8058)")
    public void unsubscribe(String token) {
        UnsubscribeLinks.Meaning meaning = links.of(token);
        kinds.find(meaning.kind()).filter(NoticeKind::essential).ifPresent(kind -> {
            throw essential();
        });
        choices.choose(meaning.personId(), meaning.kind(), false);
    }

    private List<NoticeChoice> shown(Caller caller) {
        Map<String, Boolean> chosen = choices.of(caller.actorId());
        return kinds.shownTo(caller).map(kind -> choice(kind, chosen)).toList();
    }

    private static NoticeChoice choice(NoticeKind kind, Map<String, Boolean> chosen) {
        boolean byDefault = kind.weight().mailed();
        return new NoticeChoice(
                kind.name(),
                kind.group(),
                kind.essential() || chosen.getOrDefault(kind.name(), byDefault),
                byDefault,
                kind.essential());
    }

    private static Refusal essential() {
        return Refusal.conflict(
                "notifications/essential", "Everybody whom it concerns gets this by mail: it can't be switched off.");
    }
}
