package org.lanerunner.disputes;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.lanerunner.bookings.DueWork;
import org.lanerunner.events.Events;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.DueItem;
import org.lanerunner.shared.NeedsNoPermission;

/** Hands a contest that the seller has not answered in time to the administrators as it is. */
@Stateless
public class UnansweredContests implements DueWork {

    @Inject
    private ContestRepository contests;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    @Override
    @NeedsNoPermission(because = "the system does it by itself when its time has come")
    public String kind() {
        return "contest-answer";
    }

    @Override
    @NeedsNoPermission(because = "the system does it by itself when its time has come")
    public List<DueItem> due(DueItem after, int limit) {
        return contests.answerDue(clock.instant(), after, limit);
    }

    @Override
    @NeedsNoPermission(because = "the system does it by itself when its time has come")
    public void act(UUID id) {
        contests.forUpdate(id)
                .filter(contest -> contest.answerDue(clock.instant()))
                .ifPresent(contest -> {
                    events.publish(Caller.system(contest.sellerOrganisationId()), contest.escalate(clock.instant()));
                    contests.flush();
                });
    }
}
