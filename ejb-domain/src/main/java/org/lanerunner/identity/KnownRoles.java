package org.lanerunner.identity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Permission;
import org.lanerunner.shared.Scope;
import org.lanerunner.shared.Sql;

/**
 * The built-in roles, which are known in memory, and the roles that organisations made. The latter are read only where somebody holds one or manages them,
 * however many organisations there are. They are read in the caller's transaction, after its locks, so that a new token never says something older than the
 * change that outdated the token before.
 */
@ApplicationScoped
class KnownRoles {

    private record Row(String code, String name, UUID organisationId, String permission, Scope scope) {

        /** A permission for which no use case asks how far it reaches is not granted for the own trips: it would reach everything. */
        boolean grants() {
            return permission != null && (scope == Scope.ORGANISATION || Permission.canBeNarrowed(permission));
        }
    }

    private static final String OWN = """
            SELECT r.code, r.name, r.organisation_id, p.permission, p.scope
            FROM identity.own_role r LEFT JOIN identity.own_role_permission p ON p.role_id = r.id WHERE """;

    @Inject
    private RoleRegister register;

    @Inject
    private Sql sql;

    /** What a member may do. Of roles made by organisations only those of the member's own organisation count. */
    Grants grantsOf(Membership membership) {
        Roles builtIn = register.present();
        if (builtIn.includes(membership.roles())) {
            return builtIn.grantsOf(membership.roles());
        }
        return builtIn.and(own(
                        OWN + " r.code = ANY (?) AND r.organisation_id = ?",
                        codes(membership.roles()),
                        membership.organisation().id()))
                .grantsOf(membership.roles());
    }

    /** The built-in roles and those with these codes, of any organisation, also ended ones. */
    Roles including(Collection<String> codes) {
        Roles builtIn = register.present();
        return builtIn.includes(codes) ? builtIn : builtIn.and(own(OWN + " r.code = ANY (?)", (Object) codes(codes)));
    }

    /** All roles that members of these organisations can hold. */
    Roles of(Collection<UUID> organisationIds) {
        return register.present().and(own(OWN + " r.organisation_id = ANY (?) AND r.ended_at IS NULL", (Object)
                organisationIds.toArray(UUID[]::new)));
    }

    Roles of(UUID organisationId) {
        return of(Set.of(organisationId));
    }

    private List<Role> own(String query, Object... parameters) {
        Map<String, List<Row>> rows = sql
                .query(
                        query,
                        row -> new Row(
                                row.getString("code"),
                                row.getString("name"),
                                Sql.id(row, "organisation_id"),
                                row.getString("permission"),
                                row.getString("scope") == null ? null : Scope.valueOf(row.getString("scope"))),
                        parameters)
                .stream()
                .collect(groupingBy(Row::code));
        return rows.values().stream().map(KnownRoles::role).toList();
    }

    private static Role role(List<Row> rows) {
        Row first = rows.get(0);
        return Role.own(
                first.code(),
                first.name(),
                first.organisationId(),
                new Grants(rows.stream().filter(Row::grants).collect(toMap(Row::permission, Row::scope))));
    }

    private static String[] codes(Collection<String> codes) {
        return codes.toArray(String[]::new);
    }
}
