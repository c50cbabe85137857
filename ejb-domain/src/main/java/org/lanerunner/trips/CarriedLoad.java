package org.lanerunner.trips;

import java.util.UUID;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.loads.CargoMode;
import org.lanerunner.loads.OfferedLeg;
import org.lanerunner.places.Site;

/** What a booking asks of a trip: the way, the cargo, and whether it takes the whole vehicle. */
public record CarriedLoad(
        UUID bookingId,
        UUID buyerOrganisationId,
        Site from,
        Site to,
        Equipment equipment,
        CargoMode mode,
        Capacity cargo) {

    public static CarriedLoad of(UUID bookingId, OfferedLeg leg) {
        return of(bookingId, leg.organisationId(), leg);
    }

    /** @param buyerOrganisationId the organisation that pays for it: of a brokered leg the broker */
    public static CarriedLoad of(UUID bookingId, UUID buyerOrganisationId, OfferedLeg leg) {
        return new CarriedLoad(
                bookingId,
                buyerOrganisationId,
                leg.origin(),
                leg.destination(),
                leg.equipment(),
                leg.mode(),
                leg.cargo());
    }
}
