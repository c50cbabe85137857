package org.lanerunner.notifications;

/**
 * A line of the table in docs/notices.md: the event, the people whom a notice of this kind reaches, and how much it matters. People choose by kind what comes
 * by mail.
 *
 * @param feature any class of the feature that has its words: {@code mails/<name>.txt} beside it, and {@code notices} in the portal's words
 * @param name such as {@code booking-cancelled}; it never changes, since notices and choices are kept by it
 * @param permission what a member must be allowed in the organisation to be told, and also later to see it
 */
public record NoticeKind(
        Class<?> feature, String name, String event, Audience audience, String permission, Weight weight) {

    /** The people whom it reaches. */
    public enum Audience {
        /** The people of each organisation concerned that did not do it. */
        OTHER_SIDE,
        /**
         * The people of the organisation that did it, except the person who did it. If it happened by itself, the people of the organisation that it concerns.
         */
        OWN_SIDE,
        /** The driver, whichever side did it. Such a notice says nothing about money. */
        DRIVER,
        /** The person whose account it is about, in each of their organisations. */
        ACCOUNT
    }

    /** How much it matters. */
    public enum Weight {
        /** Nobody may miss it, such as money that went without the reader's word. It is as {@link #CONCERN}, but its mail can't be switched off. */
        ESSENTIAL,
        /** Bad news: it stays on Home until it is acknowledged, and comes by mail unless that is switched off. */
        CONCERN,
        /** Something is to be done: it comes by mail unless that is switched off. */
        REQUEST,
        /** Things go well: it comes by mail only where that is switched on. */
        PROGRESS;

        boolean stays() {
            return this == ESSENTIAL || this == CONCERN;
        }

        boolean mailed() {
            return this != PROGRESS;
        }
    }

    /** The feature whose event it is, such as {@code bookings}. */
    public String group() {
        String name = feature.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    boolean essential() {
        return weight == Weight.ESSENTIAL;
    }

    /** True if it is about a trip of the reader's own, or about the reader. Then a member is told too whose permission reaches the own trips only. */
    boolean ofOwnTrips() {
        return audience == Audience.DRIVER || audience == Audience.ACCOUNT;
    }
}
