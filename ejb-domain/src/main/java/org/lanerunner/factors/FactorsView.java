package org.lanerunner.factors;

import java.time.Instant;
import java.util.List;

/**
 * The second factors of a person, as they see them.
 *
 * @param app null while there is none
 * @param codesByMail null where no organisation of the person takes them, nor are they on
 * @param recoveryCodes how many are left
 */
public record FactorsView(App app, List<PasskeyView> passkeys, int recoveryCodes, CodesByMail codesByMail) {

    /** @param since null while they are off; @param allowed whether they can be turned on, and are asked for when they are */
    public record CodesByMail(Instant since, boolean allowed) {}

    /** @param lastUsedAt null while it was not used to sign in */
    public record App(Instant since, Instant lastUsedAt) {}
}
