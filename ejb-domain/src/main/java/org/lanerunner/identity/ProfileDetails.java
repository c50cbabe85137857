package org.lanerunner.identity;

/**
 * The part of their own profile that a person changes.
 *
 * @param name the name by which others know them
 * @param language the language of the portal and of messages, one of those that there are; null to follow the device, as for all that follow
 * @param zone IANA id, such as Europe/Berlin
 * @param shortcuts whether single keys are shortcuts
 */
public record ProfileDetails(String name, String language, String zone, Units units, Theme theme, Boolean shortcuts) {

    /** The units in which quantities are shown. They are kept in SI whatever is chosen. */
    public enum Units {
        US,
        SI
    }

    /** The look of the portal. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }
}
