package org.lanerunner.outbound;

/** The ways by which a message goes. */
public enum Channel {
    MAIL,
    SMS
}
