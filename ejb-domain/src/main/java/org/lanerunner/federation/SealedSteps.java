package org.lanerunner.federation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lanerunner.shared.Sql;
import org.lanerunner.vault.SealedTable;

/** What is known of steps that wait, as it lies in the database. */
@ApplicationScoped
class SealedSteps extends SealedTable {

    SealedSteps() {}

    @Inject
    SealedSteps(Sql sql) {
        super("federation.steps", "federation.step", "sealed", sql);
    }
}
