package org.lanerunner.identity;

/**
 * What a person changes of their own profile.
 *
 * @param name by which others know them
 * @param language of the portal and of messages, of those that there are; null for what the device says, as in all that follow
 * @param zone IANA id, such as Europe/Berlin
 * @param shortcuts whether single keys do something
 */
public record ProfileDetails(String name, String language, String zone, Units units, Theme theme, Boolean shortcuts) {

    /** In which quantities are shown; they are kept in SI whatever is chosen. */
    public enum Units {
        US,
        SI
    }

    /** How the portal looks. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }
}
