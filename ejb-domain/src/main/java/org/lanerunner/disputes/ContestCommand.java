package org.lanerunner.disputes;

import static org.lanerunner.disputes.ContestStatus.AWAITING_ANSWER;
import static org.lanerunner.disputes.ContestStatus.AWAITING_DECISION;

import java.util.Set;
import org.lanerunner.shared.Command;

/** What can be done with a contest in which state. An answer that comes late counts, as long as nobody has decided. */
enum ContestCommand implements Command<ContestStatus> {
    ANSWER(AWAITING_ANSWER, AWAITING_DECISION),
    ESCALATE(AWAITING_ANSWER),
    WITHDRAW(AWAITING_ANSWER, AWAITING_DECISION),
    CONCEDE(AWAITING_ANSWER, AWAITING_DECISION),
    RELEASE(AWAITING_DECISION),
    REFUND(AWAITING_DECISION);

    private final Set<ContestStatus> from;

    ContestCommand(ContestStatus... from) {
        this.from = Set.of(from);
    }

    @Override
    public Set<ContestStatus> from() {
        return from;
    }

    @Override
    public String toWhat() {
        return "a contest";
    }

    @Override
    public String slug(ContestStatus state) {
        return state.over()
                ? "contests/over"
                : state == AWAITING_ANSWER ? "contests/awaits-answer" : "contests/in-queue";
    }
}
