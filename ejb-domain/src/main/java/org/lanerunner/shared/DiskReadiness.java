package org.lanerunner.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Checks that there is room on the disks of the data folder and of the documents. */
@Readiness
@ApplicationScoped
public class DiskReadiness implements HealthCheck {

    @Inject
    private Storage storage;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("disk")
                .status(storage.hasRoom(Storage.Place.DATA) && storage.hasRoom(Storage.Place.DOCUMENTS))
                .withData("dataFreeBytes", storage.freeBytes(Storage.Place.DATA))
                .withData("documentsFreeBytes", storage.freeBytes(Storage.Place.DOCUMENTS))
                .build();
    }
}
