package org.lanerunner.outbound;

/** How far a message has come. */
public enum DeliveryState {
    /** It is to be sent, or tried again. */
    WAITING,
    /** The provider has taken it; its content is wiped. What became of it then its outcome says, where the provider tells. */
    SENT,
    /** It is tried no more, until an administrator says so. */
    DEAD
}
