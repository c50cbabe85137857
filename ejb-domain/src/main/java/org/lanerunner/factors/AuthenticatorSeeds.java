package org.lanerunner.factors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lanerunner.shared.Sql;
import org.lanerunner.vault.SealedTable;

/** The seeds of authenticator apps as they lie in the database, sealed. */
@ApplicationScoped
class AuthenticatorSeeds extends SealedTable {

    AuthenticatorSeeds() {}

    @Inject
    AuthenticatorSeeds(Sql sql) {
        super("factors.codes", "factors.authenticator", "secret", sql);
    }
}
