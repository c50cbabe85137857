package org.lanerunner.trips;

import java.util.UUID;

/** What a list of other things shows of a trip: its reference, driver and vehicle. Driver and vehicle are null until they are named. */
public record TripLabel(UUID id, String reference, TripView.DriverName driver, TripView.VehicleName vehicle) {}
