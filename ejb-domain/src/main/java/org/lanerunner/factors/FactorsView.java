package org.lanerunner.factors;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;

/**
 * The second factors of a person, as they see them.
 *
 * @param app null while there is none
 * @param codesByMail null where no organisation of the person takes them, nor are they on; so for those by SMS, and where none go out
 * @param recoveryCodes how many are left
 */
public record FactorsView(
        @Nullable App app,
        List<PasskeyView> passkeys,
        int recoveryCodes,
        @Nullable CodesByMessage codesByMail,
        @Nullable CodesByMessage codesBySms) {

    /**
     * @param since null while they are off
     * @param allowed whether they can be turned on, and count in an organisation when they are; those that are on are asked for without it, too
     * @param to the confirmed address or number that they go to; null while there is none
     */
    public record CodesByMessage(
            @Nullable Instant since,
            boolean allowed,
            @Nullable String to) {}

    /** @param lastUsedAt null while it was not used to sign in */
    public record App(Instant since, @Nullable Instant lastUsedAt) {}
}
