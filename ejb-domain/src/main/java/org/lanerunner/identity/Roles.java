package org.lanerunner.identity;

import static java.util.stream.Collectors.toCollection;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Refusal;

/** The built-in roles, and those of an organisation's own that were asked for, in the order in which they are shown. */
final class Roles {

    /** What any signed-in person may do about oneself, whatever roles they hold. */
    private static final Grants SELF = Grants.of(Set.of(CommonPermissions.SELF), Set.of());

    private final List<Role> all;

    Roles(Collection<Role> all) {
        this.all = all.stream()
                .sorted(Comparator.comparing(Role::place)
                        .thenComparing(Role::name, Comparator.nullsFirst(String.CASE_INSENSITIVE_ORDER))
                        .thenComparing(Role::code))
                .toList();
    }

    Roles and(Collection<Role> more) {
        return more.isEmpty()
                ? this
                : new Roles(Stream.concat(all.stream(), more.stream()).toList());
    }

    boolean includes(Collection<String> codes) {
        return of(codes).count() == Set.copyOf(codes).size();
    }

    /** The names of those roles that the organisation made itself. */
    List<RoleName> names(Collection<String> codes) {
        return of(codes)
                .filter(role -> !role.isBuiltIn())
                .map(role -> new RoleName(role.code(), role.name()))
                .toList();
    }

    List<Role> allIn(Organisation organisation) {
        return all.stream().filter(role -> role.heldIn(organisation)).toList();
    }

    /** All that built-in roles can give the organisation's members, each permission as far as it can reach. */
    Grants givenIn(Organisation organisation) {
        return all.stream()
                .filter(role -> role.isBuiltIn() && role.heldIn(organisation))
                .map(Role::grants)
                .reduce(Grants.NONE, Grants::and);
    }

    Grants grantsOf(Collection<String> codes) {
        return of(codes).map(Role::grants).reduce(SELF, Grants::and);
    }

    /** The roles that grant it. */
    Set<String> granting(String permission) {
        return codes(all.stream().filter(role -> role.grants().may(permission)));
    }

    /** The codes in the order in which they are shown. */
    List<String> inOrder(Collection<String> codes) {
        return of(codes).map(Role::code).toList();
    }

    /** The roles that members of this organisation can hold. */
    Set<String> heldIn(Organisation organisation) {
        return codes(all.stream().filter(role -> role.heldIn(organisation)));
    }

    /** The roles whose last holder must keep them. The founder of the organisation holds them. */
    Set<String> lastingIn(Organisation organisation) {
        return codes(all.stream().filter(role -> role.lasting() && role.heldIn(organisation)));
    }

    /** The roles that come with the kind, for the person who takes it on. */
    Set<String> givenWith(OrganisationKind kind) {
        return codes(all.stream().filter(role -> role.given().contains(kind)));
    }

    /** True if one of the roles is for people with a driver record. */
    boolean drive(Collection<String> codes) {
        return of(codes).anyMatch(Role::drives);
    }

    /**
     * @param pointer the place of the list in the request
     * @throws Refusal INVALID when the list is empty, or has a role that does not exist or that members of this organisation can't hold
     */
    void requireHeld(Organisation organisation, List<String> codes, String pointer) {
        Set<String> held = heldIn(organisation);
        String known = "the roles of this organisation: " + String.join(", ", held) + ".";
        if (codes == null || codes.isEmpty()) {
            throw Refusal.invalid(pointer, "Name at least one of " + known);
        }
        for (int i = 0; i < codes.size(); i++) {
            if (codes.get(i) == null || !held.contains(codes.get(i))) {
                throw Refusal.invalid(pointer + "/" + i, "This must be one of " + known);
            }
        }
    }

    private Stream<Role> of(Collection<String> codes) {
        return all.stream().filter(role -> codes.contains(role.code()));
    }

    private static Set<String> codes(Stream<Role> roles) {
        return roles.map(Role::code).collect(toCollection(LinkedHashSet::new));
    }
}
