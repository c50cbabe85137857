package org.lanerunner.identity;

import java.util.UUID;

/** What identity asks of the second factors, which a later feature keeps. */
public interface SecondFactors {

    boolean has(UUID personId);

    /** Whether something is asked for besides the first factor: one of these, or a code by mail where there is none. */
    boolean asksAtSignIn(UUID personId);

    /** The person lost them all, and has come back. */
    void removeAll(UUID personId);

    /** What a person who has some shows besides the right password, or another's word, before a session is opened. */
    Challenge challenge(UUID personId, ProvenBy first);
}
