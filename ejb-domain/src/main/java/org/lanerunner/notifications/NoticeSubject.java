package org.lanerunner.notifications;

import java.util.UUID;

/** The things that a notice may be about, and where the portal shows them. */
public enum NoticeSubject {
    BOOKING("/bookings/%s"),
    LOAD("/loads/%s"),
    OFFER("/offers"),
    TRIP("/trips/%s"),
    WALLET("/wallet"),
    MEMBER("/members"),
    ORGANISATION("/organisation"),
    ACCOUNT("/security");

    private final String path;

    NoticeSubject(String path) {
        this.path = path;
    }

    String path(UUID id) {
        return path.formatted(id);
    }
}
