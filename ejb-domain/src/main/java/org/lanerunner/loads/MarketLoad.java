package org.lanerunner.loads;

import java.util.List;
import java.util.UUID;
import org.lanerunner.fleet.Equipment;

/** A load that was posted once, as far as the market knows it now: with the legs that are open. Once the load has left the market, there are none. */
public record MarketLoad(UUID id, UUID organisationId, Equipment equipment, List<OfferedLeg> openLegs) {}
