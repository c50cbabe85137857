package org.lanerunner.outbound;

/** The states of a message. */
public enum DeliveryState {
    /** It is to be sent, or tried again. */
    WAITING,
    /** The provider has taken it, and its content is wiped. Its outcome says what became of it after that, where the provider tells. */
    SENT,
    /** It is tried no more unless an administrator says so. */
    DEAD
}
