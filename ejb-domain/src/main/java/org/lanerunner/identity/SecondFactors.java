package org.lanerunner.identity;

import java.util.UUID;
import org.lanerunner.shared.Caller;

/** What identity asks of the second factors, which a later feature keeps. */
public interface SecondFactors {

    /** An app or a passkey: what every organisation takes. */
    boolean has(UUID personId);

    /** Whether who has shown this is let in: nothing besides is asked for, or it was shown. */
    boolean isEnough(UUID personId, ProvenBy proof);

    /** Whether the password alone proves nothing anew. */
    boolean asksAnew(UUID personId);

    /** Whether a password that was set by mail lets the person in, also where nothing is sent any more that they would be asked for. */
    boolean opensByMailedPassword(UUID personId);

    /** The person lost them all, and has come back. */
    void removeAll(UUID personId);

    /**
     * Codes may go to the caller's telephone number, which is about to change or to go.
     *
     * @throws org.lanerunner.shared.Refusal where they do, for who has not shown as much as any factor's change asks for
     */
    void requirePhoneMayChange(Caller caller);

    /** What was proven by the one before is of long ago. @param gone whether there is none any more: codes end with it */
    void phoneChanged(Caller caller, boolean gone);

    /** What a person who has some shows besides the right password, or another's word, before a session is opened. */
    Challenge challenge(UUID personId, ProvenBy first);
}
