package org.lanerunner.identity;

import org.lanerunner.shared.Versioned;

/**
 * What an organisation asks of whoever signs in for it.
 *
 * @param secondFactor besides a password something that one has
 * @param codesByMail whether a code that was sent by mail is that, too, for who has nothing better
 * @param codesBySms the same of one that was sent by SMS
 * @param smsPossible whether this installation sends SMS
 */
public record PolicyView(
        boolean secondFactor, boolean codesByMail, boolean codesBySms, boolean smsPossible, int version)
        implements Versioned {}
