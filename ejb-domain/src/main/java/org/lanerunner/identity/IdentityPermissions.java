package org.lanerunner.identity;

import org.lanerunner.shared.Edits;
import org.lanerunner.shared.Grantable;
import org.lanerunner.shared.PermissionGroup;

/** What one may do with organisations, their people and their keys, and with the audit. */
public final class IdentityPermissions {

    @Grantable(
            group = PermissionGroup.ORGANISATION,
            place = 10,
            text = "See the organisation, its members and its roles",
            narrowable = true)
    public static final String ORGANISATION_VIEW = "organisation.view";

    @Edits(thing = "MEMBER", actions = "member.roles-changed")
    @Edits(thing = "ROLE", actions = "role.changed")
    @Edits(thing = "ADDRESSES", actions = "addresses.changed")
    public static final String ORGANISATION_MANAGE = "organisation.manage";

    /** To make and revoke the keys of the organisation's programs. */
    public static final String KEYS_MANAGE = "keys.manage";

    /** To read who changed what in the organisation. */
    @Grantable(group = PermissionGroup.RECORDS, place = 30, text = "See who changed what")
    public static final String AUDIT_VIEW = "audit.view";

    /** To look into any organisation: its people, bookings, loads and money. */
    public static final String ORGANISATIONS_VIEW = "organisations.view";

    /** To suspend organisations and reopen them. */
    public static final String ORGANISATIONS_SUSPEND = "organisations.suspend";

    /** To read who changed what in any organisation. */
    public static final String PLATFORM_AUDIT = "platform.audit";

    private IdentityPermissions() {}
}
