package org.lanerunner.identity;

import java.util.UUID;
import org.lanerunner.shared.Caller;

/** What identity asks of the second factors, which a later feature keeps. */
public interface SecondFactors {

    /** True if the person has an app or a passkey, which every organisation accepts. */
    boolean has(UUID personId);

    /** True if this proof is enough to let the person in: nothing else is asked for, or it was shown. */
    boolean isEnough(UUID personId, ProvenBy proof);

    /** True if the password alone is not enough to prove anew who the person is. */
    boolean asksAnew(UUID personId);

    /**
     * True if a password that was set by mail lets the person in. This counts even if this installation no longer sends the codes that they would be asked for.
     */
    boolean opensByMailedPassword(UUID personId);

    /** Removes all factors: the person lost them all, and has come back. */
    void removeAll(UUID personId);

    /**
     * The caller's telephone number, to which codes may go, is about to change or to be removed.
     *
     * @throws org.lanerunner.shared.Refusal where codes go to it, for a person who has not shown as much as a change of any factor needs
     */
    void requirePhoneMayChange(Caller caller);

    /** The number changed: proofs by the one before count as long ago. @param gone whether there is no number any more, so that the codes end with it */
    void phoneChanged(Caller caller, boolean gone);

    /** The challenge for a person with second factors, who must show one besides the right password, or a provider's word, before a session is opened. */
    Challenge challenge(UUID personId, ProvenBy first);
}
