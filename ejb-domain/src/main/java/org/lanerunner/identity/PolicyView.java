package org.lanerunner.identity;

import org.lanerunner.shared.Versioned;

/**
 * What an organisation asks of whoever signs in for it.
 *
 * @param secondFactor besides a password something that one has
 * @param codesByMail whether a code that was sent by mail is that, too, for who has nothing better
 */
public record PolicyView(boolean secondFactor, boolean codesByMail, int version) implements Versioned {}
