package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Accounts and their addresses: nothing is told of them but to the address itself. */
@SystemTest
class SignUpIT {

    private static final String OTHER = "quite another password";

    @Test
    void anAccountBeginsWithTheMailAndThePasswordAndNoAnswerTellsOfIt() {
        String address = Mails.newAddress();
        Answer first = register(address).expect(202);
        assertEquals("identity/registration", Mails.lastKind(address));
        String token = Mails.token(address);
        signIn(address, People.PASSWORD).expect(401);
        confirm(token, OTHER).expect(422);
        Answer made = confirm(token, People.PASSWORD).expect(201);
        assertTrue(Rest.get("/api/me", Person.of(address, made))
                .expect(200)
                .body()
                .at("/person/confirmed")
                .asBoolean());
        confirm(token, People.PASSWORD).expect(404);
        Answer second = register(address).expect(202);
        assertEquals(first.body().toString(), second.body().toString());
        assertEquals("identity/account-exists", Mails.lastKind(address));
        signIn(address, People.PASSWORD).expect(200);
    }

    @Test
    void whoRegistersForAStrangerGetsNothingAndTheirsDoesNotWaitForIt() {
        String address = Mails.newAddress();
        Rest.post("/api/auth/register", registration(address, OTHER), null).expect(202);
        String strangers = Mails.token(address);
        register(address).expect(202);
        String own = Mails.token(address);
        assertNotEquals(strangers, own);
        confirm(strangers, People.PASSWORD).expect(422);
        confirm(own, People.PASSWORD).expect(201);
        confirm(strangers, OTHER).expect(404);
    }

    @Test
    void aForgottenPasswordIsSetByTheMailOnceAndEndsAllSessions() {
        String address = Mails.newAddress();
        Person person = account(address);
        Person elsewhere = Person.of(
                address, withIds(person, signIn(address, People.PASSWORD).expect(200)));
        forgot(address.toUpperCase(java.util.Locale.ROOT));
        assertEquals("identity/password-forgotten", Mails.lastKind(address));
        String token = Mails.token(address);
        reset(token, "nine char").expect(422);
        reset(token, "password123").expect(422);
        reset(token, address).expect(422);
        reset(token, OTHER).expect(204);
        Eventually.get(() -> Mails.lastKind(address), "identity/password-changed"::equals);
        reset(token, OTHER).expect(404);
        for (Person session : List.of(person, elsewhere)) {
            Eventually.get(() -> Rest.get("/api/me", session).status(), status -> status == 401);
        }
        signIn(address, People.PASSWORD).expect(401);
        signIn(address, OTHER).expect(200);
        assertEquals(
                1,
                Sql.number("SELECT count(*) FROM audit.entry WHERE action = 'person.password-reset' AND subject_id = '"
                        + person.personId() + "'"));
    }

    @Test
    void anAddressWithoutAnAccountIsToldSoAndNobodyElse() {
        String address = Mails.newAddress();
        forgot(address);
        assertEquals("identity/account-missing", Mails.lastKind(address));
        Rest.post("/api/auth/forgot", object("email", "nobody"), null).expect(422);
    }

    @Test
    void aLinkForANewPasswordIsGoodForAnHour() {
        String address = Mails.newAddress();
        account(address);
        forgot(address);
        Sql.run(
                "UPDATE identity.mail_link SET expires_at = now() WHERE person_id = (SELECT id FROM identity.person WHERE email_key = '"
                        + address + "')");
        reset(Mails.token(address), OTHER).expect(404);
        signIn(address, People.PASSWORD).expect(200);
    }

    @Test
    void aLockedAccountHasNoLinksNeitherThoseOfBeforeNorNewOnes() {
        String address = Mails.newAddress();
        String person = "/api/admin/people/" + account(address).personId();
        forgot(address);
        String before = Mails.token(address);
        Rest.post(person + "/lock", object("reason", "Stolen"), People.admin()).expect(200);
        reset(before, OTHER).expect(404);
        forgot(address);
        String meanwhile = Eventually.get(
                () -> Mails.lastKind(address).equals("identity/password-forgotten") ? Mails.token(address) : before,
                token -> !token.equals(before));
        reset(meanwhile, OTHER).expect(404);
        Rest.post(person + "/unlock", null, People.admin()).expect(200);
        reset(before, OTHER).expect(404);
        signIn(address, People.PASSWORD).expect(200);
    }

    @Test
    void whoeverAsksForLinksAgainAndAgainTakesNobodysAway() {
        String address = Mails.newAddress();
        account(address);
        forgot(address);
        String first = Mails.token(address);
        for (int i = 0; i < 12; i++) {
            forgot(address);
        }
        String last = Mails.token(address);
        reset(first, OTHER).expect(204);
        reset(last, OTHER).expect(404);
        signIn(address, OTHER).expect(200);
    }

    @Test
    void wrongPasswordsAreCountedWhateverKeyTheyComeWith() {
        Person person = account(Mails.newAddress());
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 25 && !statuses.contains(429); i++) {
            statuses.add(Rest.post(
                            "/api/me/password",
                            object("current", OTHER, "password", OTHER),
                            person,
                            "Idempotency-Key",
                            "guess-" + i + "-" + person.personId())
                    .status());
        }
        assertTrue(statuses.contains(429), () -> "answered " + statuses);
        assertEquals(
                0, Sql.number("SELECT count(*) FROM shared.idempotent_answer WHERE endpoint LIKE '%/me/password%'"));
    }

    @Test
    void whoMadeAnAccountWithAnothersAddressKeepsNoWayIn() {
        Api owner = Api.register("CARRIER");
        String victims = Mails.newAddress();
        String link = invite(owner, victims, "OFFICE");
        Person stranger = join(victims, Links.token(link));
        String strangers = Mails.newAddress();
        Rest.post("/api/me/address", object("email", strangers, "current", People.PASSWORD), stranger)
                .expect(202);
        String takeover = Mails.token(strangers);
        forgot(victims);
        reset(Mails.token(victims), OTHER).expect(204);
        confirmAddress(takeover).expect(404);
        Eventually.get(() -> Rest.get("/api/me", stranger).status(), status -> status == 401);
        signIn(victims, OTHER).expect(200);
        assertEquals(
                0,
                Sql.number("SELECT count(*) FROM identity.device WHERE keyed AND person_id = '" + stranger.personId()
                        + "'"));
    }

    @Test
    void aNewPasswordMakesTheBrowserKnown() {
        String address = Mails.newAddress();
        account(address);
        forgot(address);
        Answer set = Rest.post(
                        "/api/auth/reset",
                        object("token", Mails.token(address), "password", OTHER),
                        null,
                        "Session-Transport",
                        "cookie")
                .expect(204);
        assertTrue(set.header("Set-Cookie").startsWith("lanerunner-device="), set.header("Set-Cookie"));
    }

    @Test
    void aChangedPasswordEndsAllOtherSessions() {
        String address = Mails.newAddress();
        Person person = account(address);
        Person elsewhere = Person.of(
                address, withIds(person, signIn(address, People.PASSWORD).expect(200)));
        Rest.post("/api/me/password", object("current", OTHER, "password", OTHER), person)
                .expect(422);
        Rest.post("/api/me/password", object("current", People.PASSWORD, "password", "qwertyuiop"), person)
                .expect(422);
        Rest.post("/api/me/password", object("current", People.PASSWORD, "password", OTHER), person)
                .expect(204);
        Eventually.get(() -> Rest.get("/api/me", elsewhere).status(), status -> status == 401);
        Rest.get("/api/me", person).expect(200);
        assertEquals("identity/password-changed", Mails.lastKind(address));
        signIn(address, OTHER).expect(200);
    }

    @Test
    void anAddressChangesWhenBothHaveConfirmed() {
        String address = Mails.newAddress();
        String wanted = Mails.newAddress();
        Person person = account(address);
        Rest.post("/api/me/address", object("email", wanted, "current", OTHER), person)
                .expect(422);
        Rest.post("/api/me/address", object("email", wanted, "current", People.PASSWORD), person)
                .expect(202);
        String atNew = Mails.token(wanted);
        String atOld = Mails.token(address);
        confirmAddress(atNew).expect(204);
        signIn(wanted, People.PASSWORD).expect(401);
        confirmAddress(atOld).expect(204);
        signIn(wanted, People.PASSWORD).expect(200);
        signIn(address, People.PASSWORD).expect(401);
        confirmAddress(atOld).expect(404);
        assertEquals("identity/address-changed", Mails.lastKind(address));
        assertEquals("identity/address-changed", Mails.lastKind(wanted));
    }

    @Test
    void linksOfBeforeEndWithTheAddressAndWithThePassword() {
        String address = Mails.newAddress();
        Person person = account(address);
        forgot(address);
        String before = Mails.token(address);
        String wanted = Mails.newAddress();
        Rest.post("/api/me/address", object("email", wanted, "current", People.PASSWORD), person)
                .expect(202);
        confirmAddress(Mails.token(wanted)).expect(204);
        confirmAddress(Mails.token(address)).expect(204);
        reset(before, OTHER).expect(404);

        forgot(wanted);
        String later = Mails.token(wanted);
        String third = Mails.newAddress();
        Rest.post("/api/me/address", object("email", third, "current", People.PASSWORD), person)
                .expect(202);
        Rest.post("/api/me/password", object("current", People.PASSWORD, "password", OTHER), person)
                .expect(204);
        reset(later, OTHER).expect(404);
        confirmAddress(Mails.token(third)).expect(404);
    }

    @Test
    void nothingWaitsForAMailThatWasNotSent() {
        String address = Mails.newAddress();
        for (int i = 0; i < 12; i++) {
            register(address).expect(202);
        }
        assertEquals(10, Sql.number("SELECT count(*) FROM identity.registration WHERE email_key = '" + address + "'"));
        String own = Mails.newAddress();
        Person person = account(own);
        String wanted = Mails.newAddress();
        Rest.post("/api/me/address", object("email", wanted, "current", People.PASSWORD), person)
                .expect(202);
        String link = Mails.token(wanted);
        for (int i = 0; i < 9; i++) {
            Rest.post("/api/me/address", object("email", address, "current", People.PASSWORD), person)
                    .expect(202);
        }
        Rest.post("/api/me/address", object("email", address, "current", People.PASSWORD), person)
                .expect(429, "identity/too-many-mails");
        assertEquals(
                10,
                Sql.number("SELECT count(*) FROM audit.entry WHERE action = 'person.address-wanted' AND subject_id = '"
                        + person.personId() + "'"));
        confirmAddress(link).expect(404);
        assertEquals(
                1,
                Sql.number("SELECT count(*) FROM identity.address_change WHERE email = '" + address
                        + "' AND person_id = '" + person.personId() + "'"));
    }

    @Test
    void ofTwoWhoConfirmOneAddressAtOnceOneHasIt() {
        String address = Mails.newAddress();
        register(address).expect(202);
        String first = Mails.token(address);
        register(address).expect(202);
        String second = Eventually.get(() -> Mails.token(address), token -> !token.equals(first));
        List<Answer> both = Sql.whileBothWait(
                "SELECT 1 FROM identity.registration WHERE email_key = '" + address + "' FOR UPDATE",
                () -> confirm(first, People.PASSWORD),
                () -> confirm(second, People.PASSWORD));
        assertEquals(List.of(201, 404), statuses(both), both::toString);

        String wanted = Mails.newAddress();
        List<Person> persons = List.of(account(Mails.newAddress()), account(Mails.newAddress()));
        List<String> links = new ArrayList<>();
        for (Person person : persons) {
            Rest.post("/api/me/address", object("email", wanted, "current", People.PASSWORD), person)
                    .expect(202);
            confirmAddress(Mails.token(person.email())).expect(204);
            links.add(Eventually.get(() -> Mails.token(wanted), token -> !links.contains(token)));
        }
        List<Answer> moved = Sql.whileBothWait(
                "SELECT 1 FROM identity.person WHERE id IN ('" + persons.get(0).personId() + "', '"
                        + persons.get(1).personId() + "') FOR UPDATE",
                () -> confirmAddress(links.get(0)),
                () -> confirmAddress(links.get(1)));
        assertEquals(List.of(204, 409), statuses(moved), moved::toString);
        moved.stream()
                .filter(answer -> answer.status() == 409)
                .forEach(answer -> answer.expect(409, "identity/email-taken"));
    }

    @Test
    void ofTwoLinksForANewPasswordUsedAtOnceOneIsGood() {
        String address = Mails.newAddress();
        account(address);
        forgot(address);
        String first = Mails.token(address);
        forgot(address);
        String second = Eventually.get(() -> Mails.token(address), token -> !token.equals(first));
        List<Answer> both = Sql.whileBothWait(
                "SELECT 1 FROM identity.mail_link l JOIN identity.person p ON p.id = l.person_id WHERE p.email_key = '"
                        + address + "' FOR UPDATE",
                () -> reset(first, OTHER),
                () -> reset(second, OTHER));
        assertEquals(List.of(204, 404), statuses(both), both::toString);
    }

    @Test
    void anAddressThatHasAnAccountIsNotTakenAndNotTold() {
        String taken = Mails.newAddress();
        account(taken);
        String address = Mails.newAddress();
        Person person = account(address);
        Rest.post("/api/me/address", object("email", taken, "current", People.PASSWORD), person)
                .expect(202);
        assertEquals("identity/address-taken", Mails.lastKind(taken));
        assertEquals("identity/address-leave", Mails.lastKind(address));
    }

    @Test
    void onlyTheMailsLinkConfirmsWhoIsInvitedAndWhoIsNotConfirmedInvitesNobody() {
        Api owner = Api.register("CARRIER");
        String byMail = Mails.newAddress();
        String byHand = Mails.newAddress();
        invite(owner, byMail, "OWNER");
        String link = invite(owner, byHand, "OWNER");
        assertFalse(view(Mails.token(byMail)).asBoolean(true), "no account yet");
        assertTrue(view(Links.token(link)).isNull(), "told to nobody but the address");
        Person mailed = join(byMail, Mails.token(byMail));
        Person handed = join(byHand, Links.token(link));
        invite(Api.of(mailed), Mails.newAddress(), "OFFICE");
        Map<String, Object> invitation = object("email", Mails.newAddress(), "roles", List.of("OFFICE"));
        String members = "/organisations/" + owner.organisationId() + "/members";
        Answer refused = Api.of(handed).post(members, invitation).expect(403);
        assertEquals("identity/address-unconfirmed", refused.text("type"));
        Rest.post("/api/me/password", object("current", People.PASSWORD, "password", OTHER), handed)
                .expect(204);
        assertEquals(
                "identity/invitation", Mails.lastKind(byHand), "nothing else goes to an address that is not confirmed");
        Rest.post("/api/me/confirmation", null, handed).expect(202);
        assertFalse(confirmed(handed));
        confirmAddress(Mails.token(byHand)).expect(204);
        assertTrue(confirmed(handed));
        Rest.post("/api/me/confirmation", null, handed).expect(409);
        Api.of(handed).post(members, invitation).expect(201);
    }

    private static boolean confirmed(Person person) {
        return Rest.get("/api/me", person)
                .expect(200)
                .body()
                .at("/person/confirmed")
                .asBoolean();
    }

    private static String invite(Api owner, String address, String role) {
        return owner.post(
                        "/organisations/" + owner.organisationId() + "/members",
                        object("email", address, "roles", List.of(role)))
                .expect(201)
                .text("link");
    }

    private static Person join(String address, String token) {
        return Person.of(
                address,
                Rest.post(
                                "/api/auth/invitations/accept",
                                object("token", token, "name", "Invited", "password", People.PASSWORD),
                                null)
                        .expect(201));
    }

    private static Person account(String address) {
        register(address).expect(202);
        return Person.of(address, confirm(Mails.token(address), People.PASSWORD).expect(201));
    }

    private static JsonNode view(String token) {
        return Rest.post("/api/auth/invitations/view", object("token", token), null)
                .expect(200)
                .body()
                .path("accountExists");
    }

    private static List<Integer> statuses(List<Answer> answers) {
        return answers.stream().map(Answer::status).sorted().toList();
    }

    private static Answer register(String address) {
        return Rest.post("/api/auth/register", registration(address, People.PASSWORD), null);
    }

    private static Map<String, Object> registration(String address, String password) {
        return object(
                "email",
                address,
                "password",
                password,
                "name",
                "Somebody",
                "organisation",
                object("name", "Some Freight", "kind", "SHIPPER"));
    }

    private static Answer confirm(String token, String password) {
        return Rest.post("/api/auth/registrations/confirm", object("token", token, "password", password), null);
    }

    private static Answer confirmAddress(String token) {
        return Rest.post("/api/auth/addresses/confirm", object("token", token), null);
    }

    private static Answer signIn(String address, String password) {
        return Rest.post("/api/auth/login", object("email", address, "password", password), null);
    }

    private static void forgot(String address) {
        Rest.post("/api/auth/forgot", object("email", address), null).expect(202);
    }

    private static Answer reset(String token, String password) {
        return Rest.post("/api/auth/reset", object("token", token, "password", password), null);
    }

    /** A sign-in does not say whose it is. */
    private static Answer withIds(Person person, Answer signedIn) {
        com.fasterxml.jackson.databind.node.ObjectNode body = ((com.fasterxml.jackson.databind.node.ObjectNode)
                        signedIn.body())
                .put("personId", person.personId().toString())
                .put("organisationId", person.organisationId().toString());
        return new Answer(signedIn.status(), body, signedIn.headers());
    }
}
