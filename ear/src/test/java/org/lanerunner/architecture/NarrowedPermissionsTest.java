package org.lanerunner.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.Permission;

/** A permission can be granted for the own trips only where each use case that requires it also asks how far it reaches. */
class NarrowedPermissionsTest {

    private static final Pattern REQUIRED = Pattern.compile("caller\\.require(Any)?\\([^;]*;");

    /** These need not ask. */
    private static final Set<String> NOTHING_TO_NARROW = new TreeSet<>(Set.of(
            // the caller's own organisation, for everybody in it; of its events the live channel asks
            "Organisations ORGANISATION_VIEW",
            // a file that belongs to nothing yet
            "Documents DOCUMENTS_STORE",
            // positions are told by drivers alone, of what they drive
            "Tracking TRACKING_REPORT",
            // asked in what it calls, which others ask too
            "Trips TRIPS_VIEW"));

    @Test
    void whoRequiresOneAsksHowFarItReaches() throws IOException {
        Set<String> unasked = new TreeSet<>();
        for (Path source : Production.sources(Production.BUSINESS)) {
            for (String method : Files.readString(source).split("\n    }\n")) {
                narrowed()
                        .filter(name -> requires(method, name) && !asks(method, name))
                        .map(name -> source.getFileName().toString().replace(".java", " ") + name)
                        .forEach(unasked::add);
            }
        }
        assertEquals(NOTHING_TO_NARROW, unasked);
    }

    @Test
    void whatOneNeedsForTheOfficesWorkCantBeNarrowed() {
        assertEquals(
                new TreeSet<>(Set.of(
                        "BOOKINGS_DISPATCH",
                        "BOOKINGS_DRIVE",
                        "BOOKINGS_VIEW",
                        "DOCUMENTS_STORE",
                        "DOCUMENTS_VIEW",
                        "ORGANISATION_VIEW",
                        "TRACKING_REPORT",
                        "TRACKING_VIEW",
                        "TRIPS_VIEW")),
                narrowed().collect(toCollection(TreeSet::new)));
    }

    private static boolean requires(String method, String name) {
        return REQUIRED.matcher(method).results().anyMatch(call -> names(call.group(), name));
    }

    private static boolean asks(String method, String name) {
        return names(REQUIRED.matcher(method).replaceAll(""), name);
    }

    private static boolean names(String text, String name) {
        return Pattern.compile("Permission\\." + name + "\\b").matcher(text).find();
    }

    private static Stream<String> narrowed() {
        return Arrays.stream(Permission.class.getFields())
                .filter(field -> {
                    try {
                        return Permission.canBeNarrowed((String) field.get(null));
                    } catch (IllegalAccessException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })
                .map(Field::getName);
    }
}
