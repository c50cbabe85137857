package org.lanerunner.identity;

import static org.lanerunner.identity.PermissionGroup.DEALS;
import static org.lanerunner.identity.PermissionGroup.DOCUMENTS;
import static org.lanerunner.identity.PermissionGroup.LOADS;
import static org.lanerunner.identity.PermissionGroup.MONEY;
import static org.lanerunner.identity.PermissionGroup.ORGANISATION;
import static org.lanerunner.identity.PermissionGroup.RECORDS;
import static org.lanerunner.identity.PermissionGroup.ROAD;
import static org.lanerunner.identity.PermissionGroup.TRIPS;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Permission;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Scope;

/**
 * The permissions that roles of an organisation's own can grant, in the order and words in which they are shown. An organisation gives no more than the built-in
 * roles that its members can hold: who makes the role could hand those out as well.
 */
final class PermissionList {

    private record Listed(String permission, PermissionGroup group, String text) {}

    private static final List<Listed> ALL = List.of(
            new Listed(Permission.ORGANISATION_VIEW, ORGANISATION, "See the organisation, its members and its roles"),
            new Listed(Permission.FLEET_VIEW, ORGANISATION, "See drivers and vehicles"),
            new Listed(Permission.FLEET_MANAGE, ORGANISATION, "Add, change and archive drivers and vehicles"),
            new Listed(Permission.MARKET_VIEW, LOADS, "See loads and trips of others on the market"),
            new Listed(Permission.LOADS_VIEW, LOADS, "See the organisation's loads"),
            new Listed(Permission.LOADS_POST, LOADS, "Write, post, change and cancel loads"),
            new Listed(Permission.OFFERS_VIEW, DEALS, "See offers made and received"),
            new Listed(
                    Permission.OFFERS_MAKE,
                    DEALS,
                    "Make, counter, accept and decline offers, which binds the organisation"),
            new Listed(Permission.CARRIAGE_BROKER, DEALS, "Sell carriage that others drive"),
            new Listed(Permission.BOOKINGS_VIEW, DEALS, "See bookings"),
            new Listed(Permission.BOOKINGS_CANCEL, DEALS, "Cancel bookings"),
            new Listed(Permission.BOOKINGS_ACCEPT_PROOF, DEALS, "Accept proofs of delivery, which pays the carrier"),
            new Listed(Permission.BOOKINGS_CONTEST, DEALS, "Contest deliveries, which holds the carrier's money"),
            new Listed(Permission.CONTESTS_ANSWER, DEALS, "Answer contested deliveries, and give the money back"),
            new Listed(Permission.TRIPS_VIEW, TRIPS, "See trips"),
            new Listed(Permission.TRIPS_POST, TRIPS, "Write, post, change and cancel trips"),
            new Listed(Permission.TRIPS_ASSIGN, TRIPS, "Say who drives a trip with which vehicle"),
            new Listed(Permission.BOOKINGS_DISPATCH, ROAD, "Send vehicles on their way"),
            new Listed(Permission.BOOKINGS_DRIVE, ROAD, "Tell arrivals, departures and deliveries"),
            new Listed(Permission.TRACKING_REPORT, ROAD, "Report where a vehicle is"),
            new Listed(Permission.TRACKING_VIEW, ROAD, "See where vehicles are"),
            new Listed(Permission.DOCUMENTS_VIEW, DOCUMENTS, "See documents"),
            new Listed(Permission.DOCUMENTS_STORE, DOCUMENTS, "Store documents"),
            new Listed(Permission.WALLET_VIEW, MONEY, "See the wallet and its postings"),
            new Listed(Permission.WALLET_TOP_UP, MONEY, "Put money into the wallet"),
            new Listed(Permission.REPORTS_VIEW, RECORDS, "See reports"),
            new Listed(Permission.EVENTS_VIEW, RECORDS, "Follow the log of what happens"),
            new Listed(Permission.AUDIT_VIEW, RECORDS, "See who changed what"));

    private PermissionList() {}

    static List<PermissionView> of(Roles roles, Organisation organisation) {
        Map<String, Scope> given = roles.givenIn(organisation).scopes();
        return ALL.stream()
                .filter(listed -> given.containsKey(listed.permission()))
                .map(listed -> new PermissionView(
                        listed.permission(),
                        listed.group(),
                        listed.text(),
                        scopes(listed.permission(), given.get(listed.permission()))))
                .toList();
    }

    /** In the order in which they are shown. */
    static List<RoleGrant> inOrder(Grants grants) {
        Map<String, Scope> scopes = grants.scopes();
        Stream<String> others = scopes.keySet().stream()
                .filter(permission -> !listed(permission))
                .sorted();
        return Stream.concat(ALL.stream().map(Listed::permission).filter(scopes::containsKey), others)
                .map(permission -> new RoleGrant(permission, scopes.get(permission)))
                .toList();
    }

    static boolean listed(String permission) {
        return ALL.stream().anyMatch(listed -> listed.permission().equals(permission));
    }

    /** @throws Refusal INVALID that names each grant which is not the organisation's to give, or given twice */
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

    /** As far as the organisation's built-in roles reach, and no further; narrower where each use case asks how far. */
    private static List<Scope> scopes(String permission, Scope widest) {
        return Stream.of(Scope.ORGANISATION, Scope.OWN_TRIPS)
                .filter(scope -> scope.compareTo(widest) <= 0)
                .filter(scope -> scope == Scope.ORGANISATION || Permission.canBeNarrowed(permission))
                .toList();
    }
}
