package org.lanerunner.identity;

import org.lanerunner.shared.Versioned;

/**
 * What an organisation asks of people who sign in for it.
 *
 * @param secondFactor whether a second factor is needed besides the password
 * @param codesByMail whether a code by mail counts as one, for a person who has nothing better
 * @param codesBySms whether a code by SMS counts as one, likewise
 * @param smsPossible whether this installation sends SMS
 */
public record PolicyView(
        boolean secondFactor, boolean codesByMail, boolean codesBySms, boolean smsPossible, int version)
        implements Versioned {}
