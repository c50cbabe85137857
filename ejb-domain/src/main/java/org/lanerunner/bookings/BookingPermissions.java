package org.lanerunner.bookings;

import org.lanerunner.shared.Grantable;
import org.lanerunner.shared.PermissionGroup;

/** What one may do with bookings, in the office and on the road. */
public final class BookingPermissions {

    @Grantable(group = PermissionGroup.DEALS, place = 40, text = "See bookings", narrowable = true)
    public static final String VIEW = "bookings.view";

    @Grantable(group = PermissionGroup.ROAD, place = 10, text = "Send vehicles on their way", narrowable = true)
    public static final String DISPATCH = "bookings.dispatch";

    @Grantable(
            group = PermissionGroup.ROAD,
            place = 20,
            text = "Tell arrivals, departures and deliveries",
            narrowable = true)
    public static final String DRIVE = "bookings.drive";

    @Grantable(group = PermissionGroup.DEALS, place = 60, text = "Accept proofs of delivery, which pays the carrier")
    public static final String ACCEPT_PROOF = "bookings.accept-proof";

    /** To contest a delivery, and to take the contest back. */
    @Grantable(group = PermissionGroup.DEALS, place = 70, text = "Contest deliveries, which holds the carrier's money")
    public static final String CONTEST = "bookings.contest";

    @Grantable(group = PermissionGroup.DEALS, place = 50, text = "Cancel bookings")
    public static final String CANCEL = "bookings.cancel";

    private BookingPermissions() {}
}
