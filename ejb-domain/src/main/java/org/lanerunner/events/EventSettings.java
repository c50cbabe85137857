package org.lanerunner.events;

import org.lanerunner.shared.Setting;

/** Settings for the delivery of events, and for how long log and audit are kept. */
public final class EventSettings {

    public static final Setting DELIVERY_ATTEMPTS = new Setting(
            "lanerunner.delivery.attempts",
            "6",
            "How often an event is offered to a listener before it goes to its topic's dead letters.");

    public static final Setting AUDIT_KEY_FILE = new Setting(
            "lanerunner.audit.key.file",
            "",
            "File of the audit key (32 bytes in Base64), the same on every node; it protects the keys of persons in the audit. Generated when empty.");

    public static final Setting AUDIT_HEADS_FILE = new Setting(
            "lanerunner.audit.heads.file",
            "",
            "File to which the head of the sealed audit is added each day; `audit-heads/heads.txt` in the data folder when empty. Keep it, or the log's lines, where nobody who changes the database reaches it.");

    public static final Setting AUDIT_REFUSALS = new Setting(
            "lanerunner.audit.refusals.per.minute",
            "600",
            "Most rows a minute that tell of refused calls in the audit; the rest of a minute is one row.");

    public static final Setting TIMER_SECONDS = new Setting(
            "lanerunner.timer.seconds",
            "5",
            "How often expiry and release are looked at, refused calls are written to the audit, and it is sealed.");

    public static final Setting KEEP_EVENTS_MONTHS = new Setting(
            "lanerunner.keep.events.months",
            "84",
            "How many whole months the event log and the audit are kept, 12 at least; months fall as a whole.");

    private EventSettings() {}
}
