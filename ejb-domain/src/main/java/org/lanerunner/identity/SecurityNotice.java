package org.lanerunner.identity;

import java.util.Locale;
import java.util.Set;

/**
 * The notices that a person gets by mail about their account, so that they hear of a change whoever made it. The words of each stand in
 * {@code mails/<its name>.txt}, where {@code {name}}, {@code {when}} and {@code {link}} (to the portal's security page) are always there.
 */
public enum SecurityNotice {
    PASSWORD_CHANGED,
    ADDRESS_CHANGED("address"),
    SESSION_REUSED,
    NEW_DEVICE("device", "address"),
    FACTOR_ADDED("factor"),
    FACTOR_REMOVED("factor"),
    LOGIN_LINKED("login"),
    LOGIN_UNLINKED("login"),
    RECOVERY_USED,
    RECOVERY_MADE,
    PHONE_CHANGED("digits"),
    PHONE_REMOVED,
    LOCKED,
    ACCOUNT_LOCKED,
    ACCOUNT_UNLOCKED,
    IMPERSONATED("organisation"),
    LINK_MADE("administrator"),
    KEY_MADE("key", "organisation"),
    KEY_CHANGED("key", "organisation"),
    KEYS_LEFT_BEHIND("member", "keys", "organisation"),
    OWNERSHIP_TRANSFERRED("organisation", "to"),
    WAY_BACK_BEGUN("until", "stop"),
    MEMBERS_WAY_BACK("member", "organisation", "until"),
    WAY_BACK_STOPPED,
    WAY_BACK_READY("until", "finish"),
    WAY_BACK_DONE;

    private final Set<String> details;

    SecurityNotice(String... details) {
        this.details = Set.of(details);
    }

    /** The details that must be given beside the name. */
    public Set<String> details() {
        return details;
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
