package org.lanerunner.identity;

import org.lanerunner.shared.Setting;

/** Settings for sessions, tokens, their keys, and proofs. */
public final class IdentitySettings {

    public static final Setting SIGNING_KEY_FILE = new Setting(
            "lanerunner.signing.key.file",
            "",
            "PEM file of the RS256 private key, the same on every node; generated when empty.");

    public static final Setting SIGNING_KEYS_DIRECTORY = new Setting(
            "lanerunner.signing.keys.directory",
            "",
            "Folder of further signing keys, the same on every node, to which `./lanerunner keys rotate signing` adds; secrets/signing-keys of the data folder when empty.");

    public static final Setting SIGNING_KEY_DELAY = new Setting(
            "lanerunner.signing.key.delay",
            "PT1M",
            "How long a further signing key is known before it signs; on several nodes longer than it takes to copy it to all.");

    public static final Setting MFA_ADMINISTRATORS = new Setting(
            "lanerunner.mfa.administrators",
            "true",
            "Administrators and auditors of the platform need a second factor; never asked where all money is test money.");

    public static final Setting MEMBERS_PER_ORGANISATION =
            new Setting("lanerunner.members.per.organisation", "1000", "Most members of one organisation.");

    public static final Setting ACCESS_TOKEN_LIFETIME =
            new Setting("lanerunner.access.token.lifetime", "PT10M", "Life of an access token.");

    public static final Setting REFRESH_LEEWAY = new Setting(
            "lanerunner.refresh.leeway",
            "PT10S",
            "Time in which a refresh token may be used again, for a client whose answer was lost.");

    public static final Setting ATTEMPTS_AT_A_PLACE = new Setting(
            "lanerunner.attempts.at.a.place",
            "5",
            "So many attempts to sign in with an account may fail at one network address, or in one known browser, before it waits: a minute, then longer.");

    public static final Setting ATTEMPTS_OF_AN_ACCOUNT = new Setting(
            "lanerunner.attempts.of.an.account",
            "20",
            "The same for an account wherever it is tried, but for browsers that its person has signed in from before.");

    public static final Setting SESSIONS_PER_PERSON = new Setting(
            "lanerunner.sessions.per.person", "100", "Most sessions of one person; with one more the oldest ends.");

    public static final Setting SESSION_LIFETIME =
            new Setting("lanerunner.session.lifetime", "P30D", "Life of a session however often it is refreshed.");

    public static final Setting SESSION_IDLE =
            new Setting("lanerunner.session.idle", "P14D", "Life of a session that nobody refreshes.");

    public static final Setting WAY_BACK_WAIT = new Setting(
            "lanerunner.way.back.wait",
            "PT72H",
            "How long who lost password, factors and recovery codes waits for the way back by mail; twice as long the second time within 90 days, then four and eight times.");

    public static final Setting IMPERSONATION_NOTICE = new Setting(
            "lanerunner.impersonation.notice",
            "true",
            "A person is told by mail when an administrator sees what they see.");

    private IdentitySettings() {}
}
