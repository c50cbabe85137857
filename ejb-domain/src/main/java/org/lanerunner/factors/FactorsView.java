package org.lanerunner.factors;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;

/**
 * The second factors of a person, as they see them.
 *
 * @param app null while there is none
 * @param codesByMail null where no organisation of the person takes them and they are not on; codesBySms likewise, and null where no SMS go out
 * @param recoveryCodes the number of codes that are left
 */
public record FactorsView(
        @Nullable App app,
        List<PasskeyView> passkeys,
        int recoveryCodes,
        @Nullable CodesByMessage codesByMail,
        @Nullable CodesByMessage codesBySms) {

    /**
     * @param since null while they are off
     * @param allowed whether they can be turned on, and count in an organisation when they are on; codes that are on are asked for even where this is false
     * @param to the confirmed address or number to which they go; null while there is none
     */
    public record CodesByMessage(
            @Nullable Instant since,
            boolean allowed,
            @Nullable String to) {}

    /** @param lastUsedAt null if it was never used to sign in */
    public record App(Instant since, @Nullable Instant lastUsedAt) {}
}
