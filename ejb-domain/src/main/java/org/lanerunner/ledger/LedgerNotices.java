package org.lanerunner.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.lanerunner.events.ReceivedEvent;
import org.lanerunner.notifications.Notice;
import org.lanerunner.notifications.NoticeKind;
import org.lanerunner.notifications.NoticeKind.Audience;
import org.lanerunner.notifications.NoticeKind.Weight;
import org.lanerunner.notifications.NoticeSource;
import org.lanerunner.notifications.NoticeSubject;
import org.lanerunner.shared.Money;

/** Notices to an organisation's people about money that comes in by itself. Of money that bookings move, the bookings' notices tell. */
@ApplicationScoped
class LedgerNotices implements NoticeSource {

    private static final NoticeKind ARRIVED = new NoticeKind(
            LedgerNotices.class,
            "money-arrived",
            "payment.topped-up",
            Audience.OWN_SIDE,
            LedgerPermissions.WALLET_VIEW,
            Weight.PROGRESS);

    LedgerNotices() {}

    @Override
    public List<NoticeKind> kinds() {
        return List.of(ARRIVED);
    }

    @Override
    public List<Notice> noticesOf(ReceivedEvent event) {
        return List.of(Notice.of(ARRIVED, event.organisation(), NoticeSubject.WALLET, event.organisation())
                .amount(
                        "amount",
                        Money.of(
                                event.data().at("/amount/amount").asText(),
                                event.data().at("/amount/currency").asText())));
    }
}
