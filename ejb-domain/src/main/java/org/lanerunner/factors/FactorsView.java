package org.lanerunner.factors;

import java.time.Instant;
import java.util.List;

/**
 * The second factors of a person, as they see them.
 *
 * @param app null while there is none
 * @param recoveryCodes how many are left
 */
public record FactorsView(App app, List<PasskeyView> passkeys, int recoveryCodes) {

    /** @param lastUsedAt null while it was not used to sign in */
    public record App(Instant since, Instant lastUsedAt) {}
}
