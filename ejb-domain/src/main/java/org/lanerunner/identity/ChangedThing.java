package org.lanerunner.identity;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.lanerunner.shared.Edits;
import org.lanerunner.shared.Permission;

/**
 * Something that several people of an organisation may change at the same time, as a feature declares at its permission to change it.
 *
 * @param name the thing's name in the API
 * @param actions the names of the changes in the audit
 */
public record ChangedThing(String name, String permission, Set<String> actions) {

    static final String ROLE = "ROLE";

    private static final List<ChangedThing> ALL = Permission.all().stream()
            .flatMap(permission -> permission.edits().stream().map(edits -> of(permission, edits)))
            .toList();

    public static List<ChangedThing> all() {
        return ALL;
    }

    /** The thing with this name, by which the API asks for it. Any other name is not found. */
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
