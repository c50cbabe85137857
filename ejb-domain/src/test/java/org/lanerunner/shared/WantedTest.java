package org.lanerunner.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class WantedTest {

    @Test
    void aReferenceIsWantedByItsBeginningWithOrWithoutItsLetter() {
        assertEquals("L-7K%", new Wanted(" l-7k ").reference());
        assertEquals("L-7K%", new Wanted("7k").referenceAfter("L"));
    }

    @Test
    void aPlaceIsWantedByAPartOfItsName() {
        assertEquals("%saint louis%", new Wanted("Saint Louis").place());
    }

    @Test
    void whatMeansMoreInAPatternIsTextHere() {
        assertEquals("%100!%!_!!%", new Wanted("100%_!").place());
    }

    @Test
    void fewerThanTwoCharactersAndMoreThanAHundredAreRefused() {
        for (String text : new String[] {null, "", "  ", "a", " a ", "a".repeat(101), "a\u0000b"}) {
            assertThrows(Refusal.class, () -> new Wanted(text), text);
        }
    }
}
