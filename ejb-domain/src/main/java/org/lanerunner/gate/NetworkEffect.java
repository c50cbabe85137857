package org.lanerunner.gate;

/** The effect of a rule on callers from its network. */
public enum NetworkEffect {
    DENY,
    /** It prevails over every rule that denies. */
    ALLOW
}
