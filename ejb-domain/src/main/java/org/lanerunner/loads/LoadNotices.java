package org.lanerunner.loads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.lanerunner.events.ReceivedEvent;
import org.lanerunner.notifications.Notice;
import org.lanerunner.notifications.NoticeKind;
import org.lanerunner.notifications.NoticeKind.Audience;
import org.lanerunner.notifications.NoticeKind.Weight;
import org.lanerunner.notifications.NoticeSource;
import org.lanerunner.notifications.NoticeSubject;

/** Notices to a load's owner about what happens to the load by itself. */
@ApplicationScoped
class LoadNotices implements NoticeSource {

    private static final NoticeKind EXPIRED = new NoticeKind(
            LoadNotices.class, "load-expired", "load.expired", Audience.OWN_SIDE, LoadPermissions.VIEW, Weight.CONCERN);

    @Inject
    private LoadRepository loads;

    LoadNotices() {}

    @Override
    public List<NoticeKind> kinds() {
        return List.of(EXPIRED);
    }

    @Override
    public List<Notice> noticesOf(ReceivedEvent event) {
        return loads.find(event.subject()).map(load -> expired(event, load)).stream()
                .toList();
    }

    private static Notice expired(ReceivedEvent event, Load load) {
        String leg = event.data().path("legId").asText(load.id().toString());
        LegEnds ends = load.ends(UUID.fromString(leg));
        return Notice.of(EXPIRED, load.organisationId(), NoticeSubject.LOAD, load.id())
                .text("load", load.reference())
                .text("origin", ends.origin())
                .text("destination", ends.destination());
    }
}
