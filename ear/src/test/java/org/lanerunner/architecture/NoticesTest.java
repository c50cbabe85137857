package org.lanerunner.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lanerunner.notifications.NoticeKind;
import org.lanerunner.notifications.NoticeSource;
import org.lanerunner.shared.Permission;

/** Who is told what is written down once: docs/notices.md has a row for each kind that a feature declares and none besides, and of every other event a reason why nobody is told. */
class NoticesTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z.-]+)` \\| (.+) \\|$", Pattern.MULTILINE);
    private static final String FEATURES = "ejb-domain/src/main/resources/org/lanerunner";

    private final List<NoticeKind> kinds = kinds();
    private final String document = Production.text(Production.file("docs/notices.md"));

    @Test
    void theTableIsWhatTheFeaturesDeclare() {
        assertFalse(kinds.isEmpty());
        Set<String> declared = kinds.stream().map(NoticesTest::row).collect(toCollection(TreeSet::new));
        Set<String> written = section("Who is told what")
                .lines()
                .filter(line -> line.startsWith("| `"))
                .collect(toCollection(TreeSet::new));
        assertEquals(String.join("\n", declared), String.join("\n", written));
    }

    @Test
    void everyEventIsToldOfOrHasAReasonWhyNobodyIs() {
        Map<String, String> silent = new TreeMap<>();
        Matcher rows = ROW.matcher(section("Nobody is told, because"));
        while (rows.find()) {
            silent.put(rows.group(1), rows.group(2).strip());
        }
        Set<String> told = kinds.stream().map(NoticeKind::event).collect(toCollection(TreeSet::new));
        Set<String> both = new TreeSet<>(told);
        both.retainAll(silent.keySet());
        assertEquals(Set.of(), both, "events that somebody is told of, with a reason why nobody is");
        Set<String> decided = new TreeSet<>(told);
        decided.addAll(silent.keySet());
        assertEquals(types(), decided, "an event type is in one of the two tables of docs/notices.md");
        silent.forEach((type, reason) -> assertFalse(reason.isBlank(), type));
    }

    @Test
    void everyKindHasItsNameOnceItsWordsAndAPermissionThatThereIs() {
        assertEquals(
                kinds.size(), kinds.stream().map(NoticeKind::name).distinct().count(), "a name is one kind's");
        String portal = Production.text(Production.file("portal/src/features/notifications/words/kinds.ts"));
        Set<String> permissions =
                Permission.all().stream().map(Permission::name).collect(toCollection(TreeSet::new));
        for (NoticeKind kind : kinds) {
            assertTrue(
                    kind.feature().getResource("mails/" + kind.name() + ".txt") != null,
                    kind.name() + " has no words for its mail");
            assertTrue(portal.contains("  '" + kind.name() + "': {"), kind.name() + " has no words in the portal");
            assertTrue(permissions.contains(kind.permission()), kind.name());
            boolean ofDriver = kind.audience() == NoticeKind.Audience.DRIVER;
            assertTrue(
                    !ofDriver || Permission.canBeNarrowed(kind.permission()), kind.name() + " is no driver's to see");
        }
    }

    private static String row(NoticeKind kind) {
        String stays =
                switch (kind.weight()) {
                    case ESSENTIAL, CONCERN -> "until acknowledged";
                    case REQUEST, PROGRESS -> "no";
                };
        String mail =
                switch (kind.weight()) {
                    case ESSENTIAL -> "always";
                    case CONCERN, REQUEST -> "on";
                    case PROGRESS -> "off";
                };
        String audience =
                switch (kind.audience()) {
                    case OTHER_SIDE -> "other side";
                    case OWN_SIDE -> "own side";
                    case DRIVER -> "driver";
                    case ACCOUNT -> "account";
                };
        return "| `%s` | `%s` | %s | `%s` | %s | %s |"
                .formatted(kind.event(), kind.name(), audience, kind.permission(), stays, mail);
    }

    private String section(String title) {
        int begin = document.indexOf("## " + title);
        assertTrue(begin >= 0, "docs/notices.md has no section " + title);
        int end = document.indexOf("\n## ", begin + 1);
        return document.substring(begin, end < 0 ? document.length() : end);
    }

    private static Set<String> types() {
        return Production.filesUnder(Production.file(FEATURES)).stream()
                .filter(file -> file.toString().matches(".*/\\w+/events/\\w+/.*\\.json"))
                .map(file -> file.getFileName().toString())
                .map(name -> name.replaceFirst("\\.v\\d+\\.json$", ""))
                .collect(toCollection(TreeSet::new));
    }

    private static List<NoticeKind> kinds() {
        List<NoticeKind> kinds = new ArrayList<>();
        for (JavaClass type : Production.classes()) {
            if (type.isAssignableTo(NoticeSource.class) && !type.isInterface()) {
                try {
                    Constructor<?> plain = Class.forName(type.getName()).getDeclaredConstructor();
                    plain.setAccessible(true);
                    kinds.addAll(((NoticeSource) plain.newInstance()).kinds());
                } catch (ReflectiveOperationException failure) {
                    throw new IllegalStateException(type.getName() + " has no constructor that takes nothing", failure);
                }
            }
        }
        return kinds;
    }
}
