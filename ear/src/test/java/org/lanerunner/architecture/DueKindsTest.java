package org.lanerunner.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lanerunner.bookings.DueWork;

/** What falls due by itself may fail, and then its kind is read by people: each has its words on the operations page. */
class DueKindsTest {

    private static final Pattern ROUND = Pattern.compile("new DueRound\\(\\s*\"([a-z-]+)\"");
    private static final String TIMER = "messaging/src/main/java/org/lanerunner/bookings/messaging/DueTimer.java";

    @Test
    void everyKindOfDueWorkHasWordsForAdministrators() throws ReflectiveOperationException {
        Set<String> kinds = ofTheTimer();
        kinds.addAll(ofLaterFeatures());
        assertTrue(kinds.size() > 4, "kinds are found: " + kinds);
        String words = Production.text(Production.file("portal/src/features/admin/words.ts"));
        kinds.removeIf(kind -> words.contains("      '" + kind + "': '"));
        assertEquals(Set.of(), kinds, "kinds of due work without words");
    }

    private static Set<String> ofTheTimer() {
        Set<String> kinds = new TreeSet<>();
        Matcher rounds = ROUND.matcher(Production.text(Production.file(TIMER)));
        while (rounds.find()) {
            kinds.add(rounds.group(1));
        }
        return kinds;
    }

    private static Set<String> ofLaterFeatures() throws ReflectiveOperationException {
        Set<String> kinds = new TreeSet<>();
        for (JavaClass type : Production.classes()) {
            if (type.isAssignableTo(DueWork.class) && !type.isInterface()) {
                kinds.add(((DueWork) Class.forName(type.getName())
                                .getDeclaredConstructor()
                                .newInstance())
                        .kind());
            }
        }
        return kinds;
    }
}
