package org.lanerunner.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lanerunner.events.EventAudience;
import org.lanerunner.shared.Permission;

/** Each feature says of the kinds of events whose schemas it has, and of no others, who is shown them as they happen, be it nobody. */
class EventAudiencesTest {

    private static final Pattern SCHEMA =
            Pattern.compile(".*/lanerunner/([a-z]+)/events/[a-z]+/(?:unlogged/)?([a-z]+)\\.[a-z-]+\\.v\\d+\\.json");
    private static final String FEATURES = "ejb-domain/src/main/resources/org/lanerunner";

    @Test
    void everyFeatureDecidesWhoIsShownItsEvents() {
        Set<String> declared = new TreeSet<>();
        audiences().forEach(audience -> audience.permissions()
                .keySet()
                .forEach(kind -> declared.add(featureOf(audience) + " " + kind)));
        Set<String> published = new TreeSet<>();
        schemas().forEach(schema -> published.add(schema.group(1) + " " + schema.group(2)));
        assertFalse(published.isEmpty());
        assertEquals(published, declared, "features and the kinds of their events");
    }

    @Test
    void whatShowsAnEventIsAPermission() {
        Set<String> permissions =
                Permission.all().stream().map(Permission::name).collect(toCollection(TreeSet::new));
        permissions.add(EventAudience.NOBODY);
        audiences()
                .forEach(audience -> assertTrue(
                        permissions.containsAll(audience.permissions().values()), audience::toString));
    }

    private static String featureOf(EventAudience audience) {
        return Production.featureOf(audience.getClass().getName());
    }

    private static List<Matcher> schemas() {
        return Production.filesUnder(Production.file(FEATURES)).stream()
                .map(Path::toString)
                .map(SCHEMA::matcher)
                .filter(Matcher::matches)
                .collect(toCollection(ArrayList::new));
    }

    private static List<EventAudience> audiences() {
        return Production.classes().stream()
                .filter(type -> type.isAssignableTo(EventAudience.class) && !type.isInterface())
                .map(EventAudiencesTest::made)
                .collect(toCollection(ArrayList::new));
    }

    private static EventAudience made(JavaClass type) {
        try {
            Constructor<?> plain = Class.forName(type.getName()).getDeclaredConstructor();
            plain.setAccessible(true);
            return (EventAudience) plain.newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(type.getName() + " has no constructor that takes nothing", failure);
        }
    }
}
