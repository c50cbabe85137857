package org.lanerunner.shared;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;

/**
 * What a caller may do. Each use case first asks for one of these, never for a role; a role is a named set of permissions. They travel as the groups of the
 * access token. Each feature has its own as public constants of a class {@code <Feature>Permissions}; those of no feature are {@link CommonPermissions}. A
 * migration in the feature's folder says which built-in roles grant one.
 *
 * @param grantable null where only built-in roles grant it
 */
public record Permission(String name, Grantable grantable, List<Edits> edits) {

    private static final List<Permission> ALL =
            Declarations.of("Permissions").map(Permission::of).toList();

    private static final Set<String> NARROWABLE = ALL.stream()
            .filter(permission -> permission.grantable != null && permission.grantable.narrowable())
            .map(Permission::name)
            .collect(toUnmodifiableSet());

    /** All permissions, feature by feature in alphabetical order. */
    public static List<Permission> all() {
        return ALL;
    }

    /** True if the permission can be granted for the own trips only. */
    public static boolean canBeNarrowed(String permission) {
        return NARROWABLE.contains(permission);
    }

    private static Permission of(Field constant) {
        return new Permission(
                (String) Declarations.value(constant),
                constant.getAnnotation(Grantable.class),
                List.of(constant.getAnnotationsByType(Edits.class)));
    }
}
