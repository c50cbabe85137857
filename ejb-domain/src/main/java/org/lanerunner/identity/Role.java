package org.lanerunner.identity;

import static org.lanerunner.shared.Permission.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** A named set of permissions in one organisation. A member may hold several; code never asks for a role, only for a permission. */
public enum Role {
    OWNER(
            ORGANISATION_VIEW,
            ORGANISATION_MANAGE,
            MARKET_VIEW,
            LOADS_VIEW,
            TRIPS_VIEW,
            FLEET_VIEW,
            OFFERS_VIEW,
            BOOKINGS_VIEW,
            TRACKING_VIEW,
            DOCUMENTS_VIEW,
            WALLET_VIEW,
            WALLET_TOP_UP,
            EVENTS_VIEW,
            REPORTS_VIEW),
    SHIPPER(
            ORGANISATION_VIEW,
            MARKET_VIEW,
            LOADS_VIEW,
            LOADS_POST,
            TRIPS_VIEW,
            OFFERS_VIEW,
            OFFERS_MAKE,
            BOOKINGS_VIEW,
            BOOKINGS_ACCEPT_PROOF,
            BOOKINGS_CANCEL,
            TRACKING_VIEW,
            DOCUMENTS_VIEW,
            DOCUMENTS_STORE,
            WALLET_VIEW,
            WALLET_TOP_UP,
            REPORTS_VIEW),
    BROKER(
            ORGANISATION_VIEW,
            MARKET_VIEW,
            LOADS_VIEW,
            LOADS_POST,
            TRIPS_VIEW,
            OFFERS_VIEW,
            OFFERS_MAKE,
            BOOKINGS_VIEW,
            BOOKINGS_ACCEPT_PROOF,
            BOOKINGS_CANCEL,
            TRACKING_VIEW,
            DOCUMENTS_VIEW,
            DOCUMENTS_STORE,
            WALLET_VIEW,
            WALLET_TOP_UP,
            REPORTS_VIEW),
    CARRIER(
            ORGANISATION_VIEW,
            MARKET_VIEW,
            LOADS_VIEW,
            TRIPS_VIEW,
            TRIPS_POST,
            TRIPS_ASSIGN,
            FLEET_VIEW,
            FLEET_MANAGE,
            OFFERS_VIEW,
            OFFERS_MAKE,
            BOOKINGS_VIEW,
            BOOKINGS_DISPATCH,
            BOOKINGS_DRIVE,
            BOOKINGS_CANCEL,
            TRACKING_REPORT,
            TRACKING_VIEW,
            DOCUMENTS_VIEW,
            DOCUMENTS_STORE,
            WALLET_VIEW,
            WALLET_TOP_UP,
            REPORTS_VIEW),
    DRIVER(
            ORGANISATION_VIEW,
            TRIPS_VIEW,
            BOOKINGS_VIEW,
            BOOKINGS_DISPATCH,
            BOOKINGS_DRIVE,
            TRACKING_REPORT,
            TRACKING_VIEW,
            DOCUMENTS_VIEW,
            DOCUMENTS_STORE),
    TRAVELLER(
            ORGANISATION_VIEW,
            MARKET_VIEW,
            TRIPS_VIEW,
            TRIPS_POST,
            TRIPS_ASSIGN,
            OFFERS_VIEW,
            OFFERS_MAKE,
            BOOKINGS_VIEW,
            BOOKINGS_DISPATCH,
            BOOKINGS_DRIVE,
            BOOKINGS_CANCEL,
            TRACKING_REPORT,
            TRACKING_VIEW,
            DOCUMENTS_VIEW,
            DOCUMENTS_STORE,
            WALLET_VIEW,
            WALLET_TOP_UP),
    RIDER(
            ORGANISATION_VIEW,
            MARKET_VIEW,
            LOADS_VIEW,
            LOADS_POST,
            OFFERS_VIEW,
            OFFERS_MAKE,
            BOOKINGS_VIEW,
            BOOKINGS_ACCEPT_PROOF,
            BOOKINGS_CANCEL,
            TRACKING_VIEW,
            WALLET_VIEW,
            WALLET_TOP_UP),
    OFFICE(ORGANISATION_VIEW, DOCUMENTS_VIEW, DOCUMENTS_STORE, REPORTS_VIEW),
    /** Runs the platform: sees across organisations where a view says so, and runs reports. Held in the platform's own organisation only. */
    ADMIN(
            PLATFORM_ADMIN,
            ORGANISATION_VIEW,
            ORGANISATION_MANAGE,
            MARKET_VIEW,
            LOADS_VIEW,
            TRIPS_VIEW,
            FLEET_VIEW,
            OFFERS_VIEW,
            BOOKINGS_VIEW,
            TRACKING_VIEW,
            DOCUMENTS_VIEW,
            WALLET_VIEW,
            EVENTS_VIEW,
            REPORTS_VIEW,
            REPORTS_RUN);

    private final Set<String> permissions;

    Role(String... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<String> permissions() {
        return permissions;
    }

    /** All that these roles give, and what any signed-in person may do about oneself. */
    static Set<String> permissionsOf(Set<Role> roles) {
        Set<String> all = new TreeSet<>(Set.of(SELF));
        roles.forEach(role -> all.addAll(role.permissions));
        return all;
    }

    /** The roles that members of such an organisation can hold. */
    static Set<Role> heldIn(Organisation organisation) {
        if (organisation.isPlatform()) {
            return EnumSet.of(ADMIN);
        }
        EnumSet<Role> roles = EnumSet.of(OWNER, OFFICE);
        organisation.kinds().forEach(kind -> roles.add(kind.role()));
        if (organisation.kinds().contains(OrganisationKind.CARRIER)) {
            roles.add(DRIVER);
        }
        return roles;
    }

    /** The role whose last holder can't go. */
    static Role lastingIn(Organisation organisation) {
        return organisation.isPlatform() ? ADMIN : OWNER;
    }

    static String names(Set<Role> roles) {
        return String.join(
                ", ",
                Arrays.stream(values()).filter(roles::contains).map(Role::name).toList());
    }
}
