package org.lanerunner.flags;

/**
 * All flags that exist. Code asks for no other, so a name that nobody declared can't be asked for. The constant's name is the flag's key everywhere. A flag
 * that is taken away here leaves its row, which the administrator then sees as not used any more.
 */
public enum Flag {
    /** A list of the keyboard's shortcuts in the account's menu. */
    SHORTCUT_HELP("The list of keyboard shortcuts in the account menu.", FlagUnit.PERSON, false);

    private final String words;
    private final FlagUnit unit;
    private final boolean onByDefault;

    /** @param onByDefault the answer until somebody decides otherwise, and for a caller who has no unit */
    Flag(String words, FlagUnit unit, boolean onByDefault) {
        this.words = words;
        this.unit = unit;
        this.onByDefault = onByDefault;
    }

    /** What the flag turns on, for the administrator. */
    String words() {
        return words;
    }

    FlagUnit unit() {
        return unit;
    }

    boolean onByDefault() {
        return onByDefault;
    }
}
