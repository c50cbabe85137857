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

/**
 * Notices to a person about their account, which they see when they sign in: an administrator was handed a link into it. The mail that says so may not reach
 * them.
 */
@ApplicationScoped
class AccountNotices implements NoticeSource {

    private static final NoticeKind LINK_HANDED_OVER = new NoticeKind(
            AccountNotices.class,
            "link-handed-over",
            "user.link-made",
            Audience.ACCOUNT,
            IdentityPermissions.ORGANISATION_VIEW,
            Weight.CONCERN);

    @Inject
    private MembershipRepository memberships;

    AccountNotices() {}

    @Override
    public List<NoticeKind> kinds() {
        return List.of(LINK_HANDED_OVER);
    }

    @Override
    public List<Notice> noticesOf(ReceivedEvent event) {
        if (!event.data().path("handedOver").asBoolean()) {
            return List.of();
        }
        return memberships.of(event.subject()).stream()
                .map(membership -> Notice.of(
                                LINK_HANDED_OVER,
                                membership.organisation().id(),
                                NoticeSubject.ACCOUNT,
                                event.subject())
                        .only(event.subject()))
                .toList();
    }
}
