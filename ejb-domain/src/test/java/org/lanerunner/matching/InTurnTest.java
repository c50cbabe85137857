package org.lanerunner.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class InTurnTest {

    @Test
    void manyGoodOnesOfTheFirstLeaveRoomForTheBestOfTheSecond() {
        assertEquals(List.of(95, 94, 60), InTurn.best(List.of(List.of(93, 95, 94), List.of(60, 50)), each -> each, 3));
    }

    @Test
    void whatOneDoesNotFillIsTheOthers() {
        assertEquals(List.of(95, 94, 93, 60), InTurn.best(List.of(List.of(93, 95, 94), List.of(60)), each -> each, 10));
    }

    @Test
    void oneGroupIsItsBest() {
        assertEquals(List.of(95, 94), InTurn.best(List.of(List.of(93, 95, 94)), each -> each, 2));
    }

    @Test
    void ofNothingThereIsNothing() {
        assertEquals(List.of(), InTurn.best(List.<List<Integer>>of(List.of(), List.of()), each -> each, 2));
    }
}
