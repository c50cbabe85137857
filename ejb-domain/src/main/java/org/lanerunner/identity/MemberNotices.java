package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.lanerunner.events.ReceivedEvent;
import org.lanerunner.notifications.Notice;
import org.lanerunner.notifications.NoticeKind;
import org.lanerunner.notifications.NoticeKind.Audience;
import org.lanerunner.notifications.NoticeKind.Weight;
import org.lanerunner.notifications.NoticeSource;
import org.lanerunner.notifications.NoticeSubject;

/** Notices to people who manage an organisation about its members. They do not name the member; the list of members does. */
@ApplicationScoped
class MemberNotices implements NoticeSource {

    private static final NoticeKind JOINED = new NoticeKind(
            MemberNotices.class,
            "member-joined",
            "user.joined",
            Audience.OWN_SIDE,
            IdentityPermissions.ORGANISATION_MANAGE,
            Weight.PROGRESS);

    @Inject
    private Organisations organisations;

    MemberNotices() {}

    @Override
    public List<NoticeKind> kinds() {
        return List.of(JOINED);
    }

    @Override
    public List<Notice> noticesOf(ReceivedEvent event) {
        return List.of(Notice.of(JOINED, event.organisation(), NoticeSubject.MEMBER, event.subject())
                .text("organisation", organisations.name(event.organisation())));
    }
}
