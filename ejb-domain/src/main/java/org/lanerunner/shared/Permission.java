package org.lanerunner.shared;

import java.util.Set;

/**
 * What a caller may do. Each use case asks for one of these as its first act, never for a role; a role is a named set of them. They travel as the groups
 * of the access token.
 */
public final class Permission {

    /** Any signed-in person, about oneself. */
    public static final String SELF = "self";

    /** What one may see about oneself, for an administrator who sees what a person sees. */
    public static final String SELF_VIEW = "self.view";

    public static final String ORGANISATION_VIEW = "organisation.view";
    public static final String ORGANISATION_MANAGE = "organisation.manage";
    /** Makes and revokes the keys of the organisation's programs. */
    public static final String KEYS_MANAGE = "keys.manage";

    public static final String MARKET_VIEW = "market.view";
    public static final String FLEET_VIEW = "fleet.view";
    public static final String FLEET_MANAGE = "fleet.manage";
    public static final String DOCUMENTS_VIEW = "documents.view";
    public static final String DOCUMENTS_STORE = "documents.store";
    public static final String LOADS_VIEW = "loads.view";
    public static final String LOADS_POST = "loads.post";
    public static final String TRIPS_VIEW = "trips.view";
    public static final String TRIPS_POST = "trips.post";
    public static final String TRIPS_ASSIGN = "trips.assign";
    /** Sells carriage that others drive. */
    public static final String CARRIAGE_BROKER = "carriage.broker";

    public static final String OFFERS_VIEW = "offers.view";
    public static final String OFFERS_MAKE = "offers.make";
    public static final String BOOKINGS_VIEW = "bookings.view";
    public static final String BOOKINGS_DISPATCH = "bookings.dispatch";
    public static final String BOOKINGS_DRIVE = "bookings.drive";
    public static final String BOOKINGS_ACCEPT_PROOF = "bookings.accept-proof";
    /** Contests a delivery, and takes that back. */
    public static final String BOOKINGS_CONTEST = "bookings.contest";
    /** Answers a contest, and gives in to it. */
    public static final String CONTESTS_ANSWER = "contests.answer";

    public static final String BOOKINGS_CANCEL = "bookings.cancel";
    public static final String TRACKING_REPORT = "tracking.report";
    public static final String TRACKING_VIEW = "tracking.view";
    public static final String WALLET_VIEW = "wallet.view";
    public static final String WALLET_TOP_UP = "wallet.top-up";
    public static final String EVENTS_VIEW = "events.view";
    public static final String REPORTS_VIEW = "reports.view";
    public static final String REPORTS_RUN = "reports.run";
    /** Reads who changed what in the organisation. */
    public static final String AUDIT_VIEW = "audit.view";

    /** Looks into any organisation: its people, bookings, loads and money. */
    public static final String ORGANISATIONS_VIEW = "organisations.view";
    /** Suspends organisations and reopens them. */
    public static final String ORGANISATIONS_SUSPEND = "organisations.suspend";

    public static final String PLATFORM_ADMIN = "platform.admin";
    /** Decides contested deliveries. */
    public static final String PLATFORM_CONTESTS = "platform.contests";
    /** Reads who changed what in any organisation. */
    public static final String PLATFORM_AUDIT = "platform.audit";

    /** Whoever asks for one of these asks how far it reaches; of all others nobody does, so a grant of them for the own trips would reach everything. */
    private static final Set<String> NARROWED = Set.of(
            ORGANISATION_VIEW,
            DOCUMENTS_VIEW,
            DOCUMENTS_STORE,
            TRIPS_VIEW,
            BOOKINGS_VIEW,
            BOOKINGS_DISPATCH,
            BOOKINGS_DRIVE,
            TRACKING_REPORT,
            TRACKING_VIEW);

    private Permission() {}

    /** Whether it can be granted for the own trips only. */
    public static boolean canBeNarrowed(String permission) {
        return NARROWED.contains(permission);
    }
}
