package org.lanerunner.shared;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What a caller may do, and how far each permission reaches. Of several grants of one permission the widest counts. */
public record Grants(Map<String, Scope> scopes) {

    public static final Grants NONE = new Grants(Map.of());

    public Grants {
        scopes = Map.copyOf(scopes);
    }

    /** The grants as a token names them: all permissions, and those of them that reach the own trips only. */
    public static Grants of(Set<String> permissions, Set<String> ownTrips) {
        return new Grants(permissions.stream()
                .collect(toMap(
                        Function.identity(), each -> ownTrips.contains(each) ? Scope.OWN_TRIPS : Scope.ORGANISATION)));
    }

    public Grants and(Grants others) {
        Map<String, Scope> all = new HashMap<>(scopes);
        others.scopes.forEach((permission, scope) -> all.merge(permission, scope, Scope::wider));
        return new Grants(all);
    }

    /** Only this one of the permissions, if it is among them. */
    public Grants only(String permission) {
        return may(permission) ? new Grants(Map.of(permission, scopes.get(permission))) : NONE;
    }

    /** Those of the permissions that a driver needs, each for the own trips only, and the one for what is about oneself. */
    public Grants onTheRoad() {
        Map<String, Scope> driving = new HashMap<>();
        scopes.keySet().forEach(permission -> {
            if (Permission.canBeNarrowed(permission)) {
                driving.put(permission, Scope.OWN_TRIPS);
            } else if (permission.equals(CommonPermissions.SELF)) {
                driving.put(permission, scopes.get(permission));
            }
        });
        return new Grants(driving);
    }

    /** Those of the permissions that only show something, and the one to see what is about oneself. */
    public Grants readingOnly() {
        Map<String, Scope> reading = new HashMap<>();
        scopes.forEach((permission, scope) -> {
            if (permission.endsWith(".view")) {
                reading.put(permission, scope);
            }
        });
        reading.put(CommonPermissions.SELF_VIEW, Scope.ORGANISATION);
        return new Grants(reading);
    }

    public boolean may(String permission) {
        return scopes.containsKey(permission);
    }

    /** False also for a permission that is not granted: a caller who asks with a wrong permission sees less, not more. */
    public boolean reachesAll(String permission) {
        return scopes.get(permission) == Scope.ORGANISATION;
    }

    public Set<String> permissions() {
        return new TreeSet<>(scopes.keySet());
    }

    /** The permissions that reach the own trips only. */
    public Set<String> ownTrips() {
        return scopes.keySet().stream()
                .filter(permission -> !reachesAll(permission))
                .collect(toCollection(TreeSet::new));
    }

    /** A text for each permission, and one more for each that reaches all. So a caller who has at least the same texts may do at least as much. */
    public Set<String> texts() {
        Set<String> texts = permissions();
        scopes.keySet().stream().filter(this::reachesAll).forEach(permission -> texts.add(permission + " of all"));
        return texts;
    }
}
