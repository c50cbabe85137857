package org.lanerunner.identity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Permission;
import org.lanerunner.shared.Scope;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.SqlFailure;
import org.lanerunner.shared.SuspendsTransaction;

/**
 * The built-in roles as the tables say, known in memory on every node, so that no request reads them. They are read again every five seconds: a person who
 * signs in or refreshes after that has what the tables grant then. {@link KnownRoles} reads the roles that organisations made where it needs them.
 */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@SuspendsTransaction(because = "what requests ask is known in memory; only the start and the timer read the database")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RoleRegister {

    private static final Logger LOG = Logger.getLogger(RoleRegister.class);

    private record Grant(String role, String permission, Scope scope) {

        /** A permission for which no use case asks how far it reaches is not granted for the own trips: it would reach everything. */
        boolean reachesTooFar() {
            return scope != Scope.ORGANISATION && !Permission.canBeNarrowed(permission);
        }
    }

    private record Holding(String role, OrganisationKind kind, boolean given) {}

    private volatile Roles present;
    private volatile Set<Grant> leftOut = Set.of();

    @Inject
    private Sql sql;

    @PostConstruct
    void start() {
        present = read();
    }

    public Roles present() {
        return present;
    }

    /** If the database does not answer, what is known stays as it is. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "roles and what they grant")
    public void lookAgain() {
        try {
            present = read();
        } catch (SqlFailure unreachable) {
            LOG.warnf("roles could not be read: %s", unreachable.getMessage());
        }
    }

    private Roles read() {
        Map<Boolean, List<Grant>> read = sql
                .query(
                        "SELECT role, permission, scope FROM identity.role_permission",
                        row -> new Grant(
                                row.getString("role"),
                                row.getString("permission"),
                                Scope.valueOf(row.getString("scope"))))
                .stream()
                .collect(partitioningBy(Grant::reachesTooFar));
        tell(Set.copyOf(read.get(true)));
        Map<String, Map<String, Scope>> grants =
                read.get(false).stream().collect(groupingBy(Grant::role, toMap(Grant::permission, Grant::scope)));
        List<Holding> holdings = sql.query(
                "SELECT role, kind, given FROM identity.role_kind",
                row -> new Holding(
                        row.getString("role"),
                        OrganisationKind.valueOf(row.getString("kind")),
                        row.getBoolean("given")));
        return new Roles(sql.query(
                "SELECT code, place, holders, lasting FROM identity.role",
                row -> Role.builtIn(
                        row.getString("code"),
                        row.getInt("place"),
                        Role.Holders.valueOf(row.getString("holders")),
                        kinds(holdings, row.getString("code"), false),
                        kinds(holdings, row.getString("code"), true),
                        row.getBoolean("lasting"),
                        new Grants(grants.getOrDefault(row.getString("code"), Map.of())))));
    }

    /** Logs it once, and not every five seconds. */
    private void tell(Set<Grant> tooFar) {
        if (!tooFar.equals(leftOut)) {
            tooFar.forEach(grant -> LOG.warnf(
                    "%s can't be granted for the own trips only, so role %s does not grant it",
                    grant.permission(), grant.role()));
            leftOut = tooFar;
        }
    }

    private static Set<OrganisationKind> kinds(List<Holding> holdings, String role, boolean givenOnly) {
        return holdings.stream()
                .filter(holding -> holding.role().equals(role) && (holding.given() || !givenOnly))
                .map(Holding::kind)
                .collect(toSet());
    }
}
