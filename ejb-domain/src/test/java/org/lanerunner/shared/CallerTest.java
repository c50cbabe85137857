package org.lanerunner.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.ledger.LedgerPermissions;
import org.lanerunner.loads.LoadPermissions;
import org.lanerunner.trips.TripPermissions;

class CallerTest {

    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final Principal.Person PERSON =
            new Principal.Person(UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH, false);
    private static final Principal.ApiKey KEY = new Principal.ApiKey(UUID.randomUUID());
    private static final Grants GRANTS =
            Grants.of(Set.of(TripPermissions.VIEW, LoadPermissions.VIEW), Set.of(TripPermissions.VIEW));

    @Test
    void thereAlwaysIsAPrincipalAnOrganisationAndWhatIsGranted() {
        assertThrows(NullPointerException.class, () -> new Caller(null, ORGANISATION, GRANTS));
        assertThrows(NullPointerException.class, () -> new Caller(PERSON, null, GRANTS));
        assertThrows(NullPointerException.class, () -> new Caller(PERSON, ORGANISATION, null));
        assertThrows(NullPointerException.class, () -> Caller.system(null));
    }

    @Test
    void whatIsNotGrantedIsRefused() {
        Caller caller = new Caller(KEY, ORGANISATION, GRANTS);
        caller.require(TripPermissions.VIEW);
        caller.requireAny(LoadPermissions.MARKET_VIEW, LoadPermissions.VIEW);
        Refusal refusal = assertThrows(Refusal.class, () -> caller.require(LoadPermissions.POST));
        assertEquals(Refusal.Kind.FORBIDDEN, refusal.kind());
        assertThrows(Refusal.class, () -> caller.requireAny(LoadPermissions.POST, LoadPermissions.MARKET_VIEW));
        assertThrows(Refusal.class, () -> Caller.system(ORGANISATION).require(TripPermissions.VIEW));
    }

    @Test
    void aPermissionReachesAllOnlyWhereItIsGrantedSo() {
        Caller caller = new Caller(PERSON, ORGANISATION, GRANTS);
        assertTrue(caller.reachesAll(LoadPermissions.VIEW));
        assertFalse(caller.reachesAll(TripPermissions.VIEW));
        assertFalse(caller.reachesAll(LedgerPermissions.WALLET_VIEW));
        assertFalse(Caller.system(ORGANISATION).reachesAll(LoadPermissions.VIEW));
    }

    @Test
    void onlyAPersonIsAPerson() {
        assertEquals(PERSON, new Caller(PERSON, ORGANISATION, GRANTS).person());
        assertThrows(Refusal.class, () -> new Caller(KEY, ORGANISATION, GRANTS).person());
        assertEquals(KEY.id(), new Caller(KEY, ORGANISATION, GRANTS).actorId());
        assertEquals(Optional.empty(), Caller.system(ORGANISATION).principal().actor());
        assertThrows(IllegalStateException.class, Caller.system(ORGANISATION)::actorId);
    }

    @Test
    void whoMayLessHoldsFewerTexts() {
        Grants wider = Grants.of(GRANTS.permissions(), Set.of());
        assertTrue(wider.texts().containsAll(GRANTS.texts()));
        assertFalse(GRANTS.texts().containsAll(wider.texts()));
        assertEquals(wider, wider.and(GRANTS));
        assertEquals(wider, GRANTS.and(wider));
    }

    @Test
    void onlyAPersonWhoJustProvedWhoTheyAreDoesWhatAsksForIt() {
        Caller signedIn = new Caller(PERSON, ORGANISATION, GRANTS);
        assertEquals(
                "identity/proof-needed",
                assertThrows(Refusal.class, signedIn::requireProof).slug());
        assertThrows(Refusal.class, () -> new Caller(KEY, ORGANISATION, GRANTS).requireProof());
        assertThrows(Refusal.class, () -> Caller.system(ORGANISATION).requireProof());
        new Caller(
                        new Principal.Person(UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH, true),
                        ORGANISATION,
                        GRANTS)
                .requireProof();
    }
}
