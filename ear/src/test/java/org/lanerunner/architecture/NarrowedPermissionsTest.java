package org.lanerunner.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
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
            "Organisations IdentityPermissions.ORGANISATION_VIEW",
            // a file that belongs to nothing yet
            "Documents DocumentPermissions.STORE",
            // positions are told by drivers alone, of what they drive
            "Tracking TrackingPermissions.REPORT",
            // asked in what it calls, which others ask too
            "Trips TripPermissions.VIEW"));

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
                        "BookingPermissions.DISPATCH",
                        "BookingPermissions.DRIVE",
                        "BookingPermissions.VIEW",
                        "DocumentPermissions.STORE",
                        "DocumentPermissions.VIEW",
                        "IdentityPermissions.ORGANISATION_VIEW",
                        "TrackingPermissions.REPORT",
                        "TrackingPermissions.VIEW",
                        "TripPermissions.VIEW")),
                narrowed().collect(toCollection(TreeSet::new)));
    }

    private static boolean requires(String method, String name) {
        return REQUIRED.matcher(method).results().anyMatch(call -> names(call.group(), name));
    }

    private static boolean asks(String method, String name) {
        return names(REQUIRED.matcher(method).replaceAll(""), name);
    }

    private static boolean names(String text, String name) {
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                .matcher(text)
                .find();
    }

    /** As code names their constants. */
    private static Stream<String> narrowed() {
        return Production.classes().stream()
                .filter(type -> type.getSimpleName().endsWith("Permissions"))
                .map(JavaClass::reflect)
                .flatMap(type -> Stream.of(type.getFields()))
                .filter(NarrowedPermissionsTest::canBeNarrowed)
                .map(constant -> constant.getDeclaringClass().getSimpleName() + "." + constant.getName());
    }

    private static boolean canBeNarrowed(Field constant) {
        try {
            return Permission.canBeNarrowed((String) constant.get(null));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
