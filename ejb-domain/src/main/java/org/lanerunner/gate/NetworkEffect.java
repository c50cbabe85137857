package org.lanerunner.gate;

/** What a rule does with who comes from its network. */
public enum NetworkEffect {
    DENY,
    /** Beats whatever denies it. */
    ALLOW
}
