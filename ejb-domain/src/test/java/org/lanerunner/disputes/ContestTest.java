package org.lanerunner.disputes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.lanerunner.bookings.AgreedMoney;
import org.lanerunner.bookings.Agreement;
import org.lanerunner.bookings.BookingStatus;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommandTable;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Principal;
import org.lanerunner.shared.Refusal;

/** What a contest may become, and when its time to be answered is over. */
class ContestTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Duration TO_ANSWER = Duration.ofHours(72);
    private static final UUID DOCUMENT = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final Caller SOMEBODY =
            new Caller(new Principal.ApiKey(UUID.randomUUID()), UUID.randomUUID(), Grants.NONE);

    @Test
    void everyCommandKeepsToItsRowInEveryState() {
        CommandTable.walk(
                ContestCommand.class,
                ContestStatus.class,
                (command, state) -> CommandTable.in(state, contest()),
                ContestTest::give,
                contest -> Arrays.asList(contest.status(), contest.answeredAt(), contest.endedAt()));
    }

    @Test
    void aLateAnswerCountsAndIsMarkedSoAndASecondOneIsRefused() {
        Contest contest = contest();
        assertFalse(contest.answerDue(NOW.plus(TO_ANSWER).minusMillis(1)));
        assertTrue(contest.answerDue(NOW.plus(TO_ANSWER)));
        contest.escalate(NOW.plus(TO_ANSWER));
        Instant late = NOW.plus(TO_ANSWER).plusSeconds(1);
        assertEquals(true, contest.answer(SOMEBODY, said(OTHER), late).data().get("late"));
        assertTrue(contest.late());
        assertEquals(NOW.plus(TO_ANSWER), contest.queuedAt(), "it keeps its place in the queue");
        assertEquals(
                "contests/answered",
                assertThrows(Refusal.class, () -> contest.answer(SOMEBODY, said(), late))
                        .slug());
        assertEquals(List.of(OTHER), contest.documents(Evidence.Side.SELLER));
        assertEquals(List.of(DOCUMENT), contest.documents(Evidence.Side.BUYER));
    }

    @Test
    void whatIsSaidHasWordsAndSoManyDocuments() {
        assertEquals("/words", pointer(() -> Statement.of(" ", List.of())));
        assertEquals("/words", pointer(() -> Statement.of("x".repeat(2001), null)));
        assertEquals("/documentIds", pointer(() -> Statement.of("x", Collections.nCopies(11, DOCUMENT))));
        assertEquals("/documentIds/1", pointer(() -> Statement.of("x", Arrays.asList(DOCUMENT, null))));
        assertEquals(
                List.of(DOCUMENT),
                Statement.of("x", List.of(DOCUMENT, DOCUMENT)).documentIds());
    }

    private static String pointer(Executable wrong) {
        return assertThrows(Refusal.class, wrong).violations().get(0).pointer();
    }

    private static Statement said(UUID... documents) {
        return Statement.of("two pallets are wet", List.of(documents));
    }

    private static Contest contest() {
        UUID any = UUID.randomUUID();
        Agreement agreement = new Agreement(
                any,
                "B-1",
                any,
                any,
                any,
                UUID.randomUUID(),
                UUID.randomUUID(),
                new AgreedMoney(100_000, 3_000, "USD", true),
                BookingStatus.CONTESTED,
                NOW,
                List.of());
        return new Contest(any, SOMEBODY, agreement, ContestReason.DAMAGED, said(DOCUMENT), TO_ANSWER, NOW);
    }

    private static void give(ContestCommand command, Contest contest) {
        switch (command) {
            case ANSWER -> contest.answer(SOMEBODY, said(), NOW);
            case ESCALATE -> contest.escalate(NOW);
            case WITHDRAW -> contest.withdraw(SOMEBODY, NOW);
            case CONCEDE -> contest.concede(SOMEBODY, NOW);
            case RELEASE -> contest.release(SOMEBODY, "the photos show it", NOW);
            case REFUND -> contest.refund(SOMEBODY, "the photos show it", NOW);
        }
    }
}
