package org.lanerunner.identity;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.lanerunner.shared.Edits;
import org.lanerunner.shared.Permission;

/**
 * What several people of an organisation may change at once, as a feature says at its permission to change it.
 *
 * @param name as the API writes it
 * @param actions the changes, as the audit names them
 */
public record ChangedThing(String name, String permission, Set<String> actions) {

    static final String ROLE = "ROLE";

    private static final List<ChangedThing> ALL = Permission.all().stream()
            .flatMap(permission -> permission.edits().stream().map(edits -> of(permission, edits)))
            .toList();

    public static List<ChangedThing> all() {
        return ALL;
    }

    /** By its name, which is how the API asks for it; there is nothing under any other. */
    public static ChangedThing valueOf(String name) {
        return ALL.stream()
                .filter(thing -> thing.name.equals(name))
                .findFirst()
                .orElseThrow(NoSuchElementException::new);
    }

    private static ChangedThing of(Permission permission, Edits edits) {
        return new ChangedThing(edits.thing(), permission.name(), Set.of(edits.actions()));
    }
}
