package org.lanerunner.trips;

import java.util.UUID;

/** What a list of something else shows of a trip: its reference, who drives and what; driver and vehicle are null until they are named. */
public record TripLabel(UUID id, String reference, TripView.DriverName driver, TripView.VehicleName vehicle) {}
