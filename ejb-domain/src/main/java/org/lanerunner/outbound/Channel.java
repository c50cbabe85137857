package org.lanerunner.outbound;

/** By which way a message goes. */
public enum Channel {
    MAIL,
    SMS
}
