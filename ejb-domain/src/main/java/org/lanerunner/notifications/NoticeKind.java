package org.lanerunner.notifications;

/**
 * A line of the table in docs/notices.md: of which event whom a notice of this kind reaches, and how much it matters. People choose by it what comes by mail.
 *
 * @param feature any class of the feature whose words it has: {@code mails/<name>.txt} beside it, and {@code notices} in the portal's words
 * @param name such as {@code booking-cancelled}; it never changes, since notices and choices are kept by it
 * @param permission what somebody must be allowed in the organisation to be told, and still be allowed to see it later
 */
public record NoticeKind(
        Class<?> feature, String name, String event, Audience audience, String permission, Weight weight) {

    /** Whom it reaches. */
    public enum Audience {
        /** The people of each organisation named that did not do it. */
        OTHER_SIDE,
        /** The people of the organisation that did it, but for who did it; where it happened by itself, of the one whose affair it is. */
        OWN_SIDE,
        /** Who drives, whichever side did it: nothing of money reaches them by it. */
        DRIVER,
        /** The person whose account it is about, in each organisation of theirs. */
        ACCOUNT
    }

    /** How much it matters. */
    public enum Weight {
        /** Nobody may miss it, such as money that went without their word: as {@link #CONCERN}, and its mail can't be switched off. */
        ESSENTIAL,
        /** Bad news: it stays on Home until it is acknowledged, and comes by mail unless that is switched off. */
        CONCERN,
        /** Something is to be done: it comes by mail unless that is switched off. */
        REQUEST,
        /** Things go their way: it comes by mail only where that is switched on. */
        PROGRESS;

        boolean stays() {
            return this == ESSENTIAL || this == CONCERN;
        }

        boolean mailed() {
            return this != PROGRESS;
        }
    }

    /** Such as {@code bookings}: the feature whose event it is. */
    public String group() {
        String name = feature.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    boolean essential() {
        return weight == Weight.ESSENTIAL;
    }

    /** Whether who may do this for the own trips only is told too: it is about one of them, or about themselves. */
    boolean ofOwnTrips() {
        return audience == Audience.DRIVER || audience == Audience.ACCOUNT;
    }
}
