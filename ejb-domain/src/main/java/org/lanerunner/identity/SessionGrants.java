package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Settings;

/**
 * What a session may do: all that its person's roles grant. For a suspended organisation it is no more than a driver needs to deliver what is agreed. Where a
 * second factor is needed and was not shown, it is only what is about oneself, which is enough to set one up or to show it.
 */
@ApplicationScoped
class SessionGrants {

    private KnownRoles roles;
    private Settings settings;

    SessionGrants() {}

    @Inject
    SessionGrants(KnownRoles roles, Settings settings) {
        this.roles = roles;
        this.settings = settings;
    }

    Grants of(Membership membership, ProvenBy proof) {
        Grants granted = roles.grantsOf(membership);
        Organisation organisation = membership.organisation();
        boolean enough =
                proof.bySecondFactor() || organisation.codesTaken().stream().anyMatch(proof::byCodeOf);
        Grants now = organisation.requiresSecondFactor() && !enough || isNeededFor(granted) && !proof.bySecondFactor()
                ? granted.only(CommonPermissions.SELF)
                : granted;
        return organisation.isSuspended() ? now.onTheRoad() : now;
    }

    /**
     * True if the person sees everybody's data, and so needs a second factor even if the organisation asks its members for none. False where all money is test
     * money.
     */
    private boolean isNeededFor(Grants granted) {
        boolean seesAll =
                granted.may(CommonPermissions.PLATFORM_ADMIN) || granted.may(IdentityPermissions.PLATFORM_AUDIT);
        return seesAll
                && settings.flag(IdentitySettings.MFA_ADMINISTRATORS)
                && !settings.flag(ServerSettings.TEST_MONEY);
    }
}
