package org.lanerunner.identity;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lanerunner.shared.Grantable;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Permission;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Scope;

/**
 * The permissions that an organisation's own roles can grant, in the order and words in which they are shown. An organisation can give no more than the
 * built-in roles that its members can hold, since the maker of a role could hand those out as well.
 */
final class PermissionList {

    private static final List<Permission> ALL = Permission.all().stream()
            .filter(permission -> permission.grantable() != null)
            .sorted(comparing((Permission permission) -> permission.grantable().group())
                    .thenComparing(permission -> permission.grantable().place()))
            .toList();

    private PermissionList() {}

    static List<PermissionView> of(Roles roles, Organisation organisation) {
        Map<String, Scope> given = roles.givenIn(organisation).scopes();
        return ALL.stream()
                .filter(listed -> given.containsKey(listed.name()))
                .map(listed -> new PermissionView(
                        listed.name(),
                        listed.grantable().group(),
                        listed.grantable().text(),
                        scopes(listed.grantable(), given.get(listed.name()))))
                .toList();
    }

    /** The grants in the order in which they are shown. */
    static List<RoleGrant> inOrder(Grants grants) {
        Map<String, Scope> scopes = grants.scopes();
        Stream<String> others = scopes.keySet().stream()
                .filter(permission -> !listed(permission))
                .sorted();
        return Stream.concat(ALL.stream().map(Permission::name).filter(scopes::containsKey), others)
                .map(permission -> new RoleGrant(permission, scopes.get(permission)))
                .toList();
    }

    static boolean listed(String permission) {
        return ALL.stream().anyMatch(listed -> listed.name().equals(permission));
    }

    /** @throws Refusal INVALID that names each grant which the organisation may not give, or which is given twice */
    static Set<OwnGrant> checked(Roles roles, Organisation organisation, List<RoleGrant> wanted) {
        if (wanted == null || wanted.isEmpty()) {
            throw Refusal.invalid("/grants", "Name at least one permission.");
        }
        List<Refusal.Violation> wrong = new ArrayList<>();
        Set<OwnGrant> granted = new LinkedHashSet<>();
        Set<String> named = new LinkedHashSet<>();
        List<PermissionView> known = of(roles, organisation);
        for (int i = 0; i < wanted.size() && wrong.size() < ALL.size(); i++) {
            RoleGrant grant = wanted.get(i);
            PermissionView permission = grant == null
                    ? null
                    : known.stream()
                            .filter(each -> each.permission().equals(grant.permission()))
                            .findFirst()
                            .orElse(null);
            if (permission == null) {
                wrong.add(new Refusal.Violation(
                        "/grants/" + i + "/permission",
                        "This is no permission that a role of the organisation can grant."));
            } else if (!named.add(permission.permission())) {
                wrong.add(new Refusal.Violation("/grants/" + i + "/permission", "This is named twice."));
            } else if (!permission.scopes().contains(scope(grant))) {
                wrong.add(new Refusal.Violation(
                        "/grants/" + i + "/scope", "Here this can only be one of " + permission.scopes() + "."));
            } else {
                granted.add(new OwnGrant(permission.permission(), scope(grant)));
            }
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
        return granted;
    }

    private static Scope scope(RoleGrant grant) {
        return grant.scope() == null ? Scope.ORGANISATION : grant.scope();
    }

    /**
     * The scopes with which a permission can be granted: as far as the organisation's built-in roles reach and no further, and narrower where each use case
     * asks how far.
     */
    private static List<Scope> scopes(Grantable permission, Scope widest) {
        return Stream.of(Scope.ORGANISATION, Scope.OWN_TRIPS)
                .filter(scope -> scope.compareTo(widest) <= 0)
                .filter(scope -> scope == Scope.ORGANISATION || permission.narrowable())
                .toList();
    }
}
