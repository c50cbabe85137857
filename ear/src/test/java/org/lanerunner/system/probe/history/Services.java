package org.lanerunner.system.probe.history;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.lanerunner.bookings.Award;
import org.lanerunner.bookings.Bookings;
import org.lanerunner.bookings.RoadFacts;
import org.lanerunner.bookings.StopPoints;
import org.lanerunner.bookings.Withdrawals;
import org.lanerunner.deals.Deals;
import org.lanerunner.disputes.ContestDecisions;
import org.lanerunner.disputes.Contests;
import org.lanerunner.fleet.Fleet;
import org.lanerunner.ledger.Ledger;
import org.lanerunner.loads.Loads;
import org.lanerunner.trips.Trips;

/** The application's services, each call of which is a transaction. */
record Services(
        Loads loads,
        Trips trips,
        Deals deals,
        Award award,
        Bookings bookings,
        RoadFacts roadFacts,
        StopPoints stopPoints,
        Withdrawals withdrawals,
        Ledger ledger,
        Fleet fleet,
        Contests contests,
        ContestDecisions decisions) {

    static Services lookedUp() throws NamingException {
        return new Services(
                ejb(Loads.class),
                ejb(Trips.class),
                ejb(Deals.class),
                ejb(Award.class),
                ejb(Bookings.class),
                ejb(RoadFacts.class),
                ejb(StopPoints.class),
                ejb(Withdrawals.class),
                ejb(Ledger.class),
                ejb(Fleet.class),
                ejb(Contests.class),
                ejb(ContestDecisions.class));
    }

    private static <T> T ejb(Class<T> type) throws NamingException {
        return InitialContext.doLookup("java:global/lanerunner/ejb-domain/" + type.getSimpleName());
    }
}
