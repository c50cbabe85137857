package org.lanerunner.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanerunner.outbound.Channel;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;

class SessionGrantsTest {

    private static final Grants ADMIN = Grants.of(Set.of("self", "platform.admin", "loads.view"), Set.of());
    private static final Grants AUDITOR = Grants.of(Set.of("self", "platform.audit"), Set.of());
    private static final Grants CARRIER = Grants.of(Set.of("self", "trips.view", "fleet.view"), Set.of("trips.view"));
    private static final Grants SELF = Grants.of(Set.of("self"), Set.of());

    @Test
    void whoSeesWhatIsEverybodysOnlySetsUpASecondFactorUntilOneWasShown() {
        assertEquals(SELF, of(ADMIN, false, "pwd"));
        assertEquals(SELF, of(AUDITOR, false, "pwd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pwd otp", "hwk", "pwd hwk"})
    void withOneShownTheyDoAllThatTheirRolesGrant(String shown) {
        assertEquals(ADMIN, of(ADMIN, false, shown));
        assertEquals(AUDITOR, of(AUDITOR, false, shown));
    }

    @Test
    void whereAllMoneyIsTestMoneyNobodyNeedsOne() {
        assertEquals(ADMIN, of(ADMIN, true, "pwd"));
    }

    @Test
    void othersNeedNone() {
        assertEquals(CARRIER, of(CARRIER, false, "pwd"));
    }

    @Test
    void whereTheOrganisationSaysSoAllNeedOneAlsoForTestMoney() {
        assertEquals(SELF, of(CARRIER, true, "pwd", true));
        assertEquals(CARRIER, of(CARRIER, true, "pwd otp", true));
    }

    @Test
    void aCodeBySmsIsEnoughOnlyWhereTheOrganisationTakesItAndForNobodyWhoSeesAll() {
        assertEquals(SELF, of(CARRIER, true, "pwd sms", true, Channel.MAIL));
        assertEquals(CARRIER, of(CARRIER, true, "pwd sms", true, Channel.SMS));
        assertEquals(CARRIER, of(CARRIER, true, "fed sms", true, Channel.SMS));
        assertEquals(SELF, of(CARRIER, true, "mail pwd", true, Channel.SMS));
        assertEquals(SELF, of(ADMIN, false, "pwd sms", true, Channel.SMS));
    }

    @Test
    void aCodeByMailIsEnoughOnlyWhereTheOrganisationTakesItAfterThePasswordAndForNobodyWhoSeesAll() {
        assertEquals(SELF, of(CARRIER, true, "mail pwd", true));
        assertEquals(CARRIER, of(CARRIER, true, "mail pwd", true, Channel.MAIL));
        assertEquals(SELF, of(CARRIER, true, "fed mail", true, Channel.MAIL));
        assertEquals(SELF, of(CARRIER, true, "pwd", true, Channel.MAIL));
        assertEquals(SELF, of(ADMIN, false, "mail pwd", true, Channel.MAIL));
        assertEquals(SELF, of(AUDITOR, false, "mail pwd", false, Channel.MAIL));
    }

    @Test
    void forOneThatIsSuspendedNobodyDoesMoreThanWhoDrivesTheOwnTrips() {
        Organisation company = Organisation.company(new UUID(0, 1), "Freight Co", null, Instant.EPOCH);
        company.suspend("No insurance", null, new UUID(0, 3), Instant.EPOCH);
        Grants owner =
                Grants.of(Set.of("self", "trips.view", "bookings.drive", "bookings.cancel", "wallet.view"), Set.of());
        assertEquals(
                Grants.of(Set.of("self", "trips.view", "bookings.drive"), Set.of("trips.view", "bookings.drive")),
                of(owner, true, "pwd", company));
    }

    private static Grants of(Grants granted, boolean testMoney, String shown) {
        return of(granted, testMoney, shown, false);
    }

    private static Grants of(Grants granted, boolean testMoney, String shown, boolean required, Channel... codes) {
        Organisation company = Organisation.company(new UUID(0, 1), "Freight Co", null, Instant.EPOCH);
        company.requireSecondFactor(required, Set.of(codes));
        return of(granted, testMoney, shown, company);
    }

    private static Grants of(Grants granted, boolean testMoney, String shown, Organisation company) {
        Map<Setting, Boolean> flags =
                Map.of(IdentitySettings.MFA_ADMINISTRATORS, true, ServerSettings.TEST_MONEY, testMoney);
        KnownRoles roles = new KnownRoles() {
            @Override
            Grants grantsOf(Membership membership) {
                return granted;
            }
        };
        Settings settings = new Settings() {
            @Override
            public boolean flag(Setting setting) {
                return flags.get(setting);
            }
        };
        Membership membership = new Membership(new UUID(0, 2), null, company, Set.of(), Instant.EPOCH);
        return new SessionGrants(roles, settings).of(membership, ProvenBy.of(Instant.EPOCH, shown));
    }
}
