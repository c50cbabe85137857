package org.lanerunner.loads;

import java.util.List;
import java.util.UUID;
import org.lanerunner.fleet.Equipment;

/** A load that was posted once, as far as the market knows it now: the legs that are open, of which there are none once it has left. */
public record MarketLoad(UUID id, UUID organisationId, Equipment equipment, List<OfferedLeg> openLegs) {}
