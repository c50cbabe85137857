package org.lanerunner.system;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.lanerunner.outbound.Channel;
import org.lanerunner.outbound.OutboundDeliveries;
import org.lanerunner.outbound.messaging.DeliveryWorker;
import org.lanerunner.outbound.messaging.Gateway;
import org.lanerunner.outbound.messaging.NotWanted;
import org.lanerunner.outbound.messaging.Unanswered;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;
import org.lanerunner.vault.Vault;

/** Messages on their way to people: by a real SMTP server that comes and goes, and kept where it is nobody's address. */
@SystemTest
class OutboundIT {

    private static final String REAL = "@somebody.lanes-mail.net";

    private static final org.lanerunner.shared.Sql SERVERS =
            new org.lanerunner.shared.Sql(TestServer.databaseOfServer());
    private static final Vault VAULT = new Vault(SERVERS, TestServer.secrets().masterKeys(""), Clock.systemUTC());

    /** When the messages come due that only a test's own worker sends. */
    private static final Duration LATER = Duration.ofDays(1);

    private final Api owner = Api.register("CARRIER");

    @Test
    void anInvitationGoesOutInBothFormsAndIsWipedThen() throws Exception {
        GreenMail provider = provider();
        try {
            String address = "ann-" + UUID.randomUUID() + REAL;
            String link = invite(address);
            MimeMessage mail = Eventually.get(() -> to(provider, address), got -> got.size() == 1)
                    .get(0);
            assertTrue(mail.getSubject().startsWith("Owner of a CARRIER invites you to CARRIER"), mail.getSubject());
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            for (int form = 0; form < 2; form++) {
                String read = parts.getBodyPart(form).getContent().toString();
                assertTrue(read.contains("/invite#"), read);
                assertFalse(read.contains(link.substring(link.indexOf('#'))), "the mail has a link of its own");
            }
            Eventually.get(
                    () -> rows("address = '" + address + "' AND state = 'SENT' AND content IS NULL"), n -> n == 1);
        } finally {
            provider.stop();
        }
    }

    @Test
    void nothingIsLostWhileTheProviderIsDownAndNobodyAsksItAllTheTime() {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String address = "down-" + i + "-" + UUID.randomUUID() + REAL;
            addresses.add(address);
            invite(address);
        }
        String all = "address IN ('" + String.join("', '", addresses) + "')";
        Eventually.get(() -> rows(all + " AND state = 'WAITING' AND error = 'smtp/no-connection'"), n -> n >= 3);
        Eventually.get(() -> rows(all + " AND state = 'WAITING' AND error = 'outbound/not-asked'"), n -> n >= 1);
        GreenMail provider = provider();
        try {
            for (String address : addresses) {
                Eventually.get(() -> to(provider, address).size(), n -> n == 1);
            }
            Eventually.get(() -> rows(all + " AND state = 'SENT' AND refusals = 0"), n -> n == 6);
            assertEquals(6, Set.copyOf(idsOf(provider)).size());
        } finally {
            provider.stop();
        }
    }

    @Test
    void whatNobodyTakesIsADeadLetterThatTheAdministratorMayHaveTriedAgain() {
        String address = "ends-with-a-dot." + REAL;
        Sql.run("DELETE FROM outbound.delivery WHERE address = '" + address + "'");
        invite(address);
        String dead = "address = '" + address + "' AND state = 'DEAD' AND error = 'mail/address'";
        Eventually.get(() -> rows(dead + " AND attempts = 1"), n -> n == 1);
        String id = Sql.text("SELECT id FROM outbound.delivery WHERE " + dead);
        Api admin = Api.administrator();
        String after = new UUID(UUID.fromString(id).getMostSignificantBits(), 0).toString();
        JsonNode letter = admin.get("/admin/deliveries?state=DEAD&after=" + after)
                .expect(200)
                .body()
                .at("/items/0");
        assertEquals(id, letter.path("id").asText());
        assertEquals("identity/invitation", letter.path("kind").asText());
        assertEquals("INVITATION", letter.path("unverifiedFor").asText());
        assertFalse(letter.toString().contains("invite/"), "what it says is nobody's to read");
        owner.post("/admin/deliveries/" + id + "/retry", null).expect(403);
        admin.post("/admin/deliveries/" + id + "/retry", null).expect(204);
        Eventually.get(() -> rows(dead + " AND attempts = 2"), n -> n == 1);
        admin.post("/admin/deliveries/" + UUID.randomUUID() + "/retry", null).expect(404);
    }

    @Test
    void mailToNobodysAddressIsKeptForWhoSitsAtTheMachine() {
        String address = "Kept-" + UUID.randomUUID() + "@example.org";
        invite(address);
        String list = "/dev/mails?to=" + address.toUpperCase(java.util.Locale.ROOT);
        JsonNode mail = Api.nobody().get(list).expect(200).body().at("/items/0");
        assertEquals(address, mail.path("to").asText());
        assertTrue(mail.path("text").asText().contains("/invite#"));
        assertTrue(mail.path("html").asText().contains("/invite#"));
        Rest.call("GET", "/api/dev/mails", null, null, "X-Forwarded-For", "203.0.113.7")
                .expect(404);
    }

    @Test
    void nobodyIsWrittenToWithoutEnd() {
        String address = "often-" + UUID.randomUUID() + "@example.org";
        assertMoreByOne("mails-to-address", () -> times(11, () -> invite(address)));
        assertEquals(10, rows("address = '" + address + "'"));
        Sql.run("UPDATE outbound.delivery SET created_at = created_at - interval '61 minutes' WHERE address = '"
                + address + "'");
        assertMoreByOne("mails-to-address", () -> times(2, () -> invite(address)));
        assertEquals(11, rows("address = '" + address + "'"), "one an hour goes all the same");
        assertMoreByOne("mails-of-organisation", () -> times(10, () -> invite(UUID.randomUUID() + "@example.org")));
        assertEquals(20, rows("organisation_id = '" + owner.organisationId() + "'"));
        String many =
                "INSERT INTO outbound.delivery (id, channel, kind, address, address_key, unverified_for, state, attempts, refusals, created_at, next_try_at, changed_at)"
                        + " SELECT gen_random_uuid(), 'MAIL', 'test/many', 'x', 'x', 'INVITATION', 'SENT', 0, 0, now(), now(), now() FROM generate_series(1, 4000)";
        Sql.run(many);
        try {
            Api other = Api.register("CARRIER");
            double before = reached("mails-unverified");
            other.post(
                            "/organisations/" + other.organisationId() + "/members",
                            object("email", "new-" + address, "roles", List.of("OFFICE")))
                    .expect(201);
            assertTrue(reached("mails-unverified") > before);
            assertEquals(0, rows("organisation_id = '" + other.organisationId() + "'"));
        } finally {
            Sql.run("DELETE FROM outbound.delivery WHERE kind = 'test/many'");
        }
    }

    @Test
    void anSmsGoesOutAndWhatBecameOfItIsTold() {
        WireMockServer provider = smsProvider(201, "{\"sid\": \"SM0123\"}");
        try {
            UUID id = write(1, Duration.ZERO).iterator().next();
            Eventually.get(
                    () -> rows(
                            "id = '" + id
                                    + "' AND state = 'SENT' AND content IS NULL AND provider_id = 'SM0123' AND outcome IS NULL"),
                    n -> n == 1);
            provider.verify(
                    1,
                    postRequestedFor(urlEqualTo("/2010-04-01/Accounts/AC01/Messages.json"))
                            .withFormParam("Body", equalTo("t"))
                            .withFormParam(
                                    "StatusCallback", equalTo(TestServer.byName() + "/api/sms/" + id + "/status")));
            SmsProvider.tell(id, "SM9999", "delivered", null).expect(404);
            SmsProvider.tell(id, "SM0123", "sent", null).expect(204);
            assertEquals(1, rows("id = '" + id + "' AND outcome IS NULL"));
            SmsProvider.tell(id, "SM0123", "undelivered", "30003").expect(204);
            SmsProvider.tell(id, "SM0123", "delivered", null).expect(204);
            assertEquals(1, rows("id = '" + id + "' AND outcome = 'UNDELIVERED' AND error = 'twilio/30003'"));
            String path = "/api/sms/" + id + "/status";
            Rest.call("POST", path, SmsProvider.FORM, null, "Content-Type", "application/x-www-form-urlencoded")
                    .expect(403, "sms/not-signed");
        } finally {
            provider.stop();
        }
    }

    @Test
    void anSmsThatTheProviderWillNeverTakeIsADeadLetter() {
        WireMockServer provider = smsProvider(400, "{\"code\": 21610, \"message\": \"opted out\"}");
        try {
            UUID id = write(1, Duration.ZERO).iterator().next();
            Eventually.get(() -> rows("id = '" + id + "' AND state = 'DEAD' AND error = 'twilio/21610'"), n -> n == 1);
        } finally {
            provider.stop();
        }
    }

    /** Asked once more and no further, since nobody knows whether it is there; and not at all when the provider tells of it before. */
    @Test
    void anSmsThatMayHaveBeenTakenIsAskedForOnceMoreOnly() {
        Iterator<UUID> two = write(2, LATER).iterator();
        UUID doubtful = two.next();
        UUID known = two.next();
        Gateway silent = (delivery, content) -> {
            throw new Unanswered("twilio/no-answer", null);
        };
        Clock clock = Clock.offset(Clock.systemUTC(), LATER);
        work(deliveries(clock), silent, clock);
        assertEquals(
                2,
                rows("id IN ('" + doubtful + "', '" + known
                        + "') AND state = 'WAITING' AND error = 'twilio/no-answer'"));
        SmsProvider.tell(known, "SM77", "sent", null).expect(204);
        Clock hourLater = Clock.offset(clock, Duration.ofHours(1));
        work(deliveries(hourLater), silent, hourLater);
        assertEquals(1, rows("id = '" + doubtful + "' AND state = 'DEAD' AND attempts = 2"));
        assertEquals(1, rows("id = '" + known + "' AND state = 'SENT' AND attempts = 1 AND content IS NULL"));
    }

    private static WireMockServer smsProvider(int status, String body) {
        WireMockServer provider = new WireMockServer(wireMockConfig().port(TestServer.smsPort()));
        provider.start();
        provider.stubFor(
                post(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
        return provider;
    }

    @Test
    void whatCantBeReadAnyMoreIsADeadLetterAtOnceAndHoldsUpNobody() {
        UUID id = UUID.randomUUID();
        Sql.run(
                "INSERT INTO outbound.delivery (id, channel, kind, address, address_key, content, state, attempts, refusals, created_at, next_try_at, changed_at)"
                        + " VALUES ('" + id
                        + "', 'SMS', 'test/test', 'x', 'x', 'nothing that was sealed', 'WAITING', 0, 0, now(), now() - interval '1 h', now())");
        Eventually.get(
                () -> rows("id = '" + id + "' AND state = 'DEAD' AND attempts = 1 AND error = 'outbound/unreadable'"),
                n -> n == 1);
    }

    /** Invitations that others send take nothing of it, and who asks too often from one place takes nothing from anywhere else. */
    @Test
    void oneWhoAsksForMailCantUseUpEverybodys() {
        String address = Mails.newAddress();
        Sql.run(
                "INSERT INTO outbound.delivery (id, channel, kind, address, address_key, unverified_for, sender, state, attempts, refusals, created_at, next_try_at, changed_at)"
                        + " SELECT gen_random_uuid(), 'MAIL', 'test/many', 'x', 'x', 'VERIFICATION', '127.0.0.1', 'SENT', 0, 0, now(), now(), now() FROM generate_series(1, 3000)");
        try {
            double before = reached("mails-of-sender");
            register(address);
            assertEquals(before + 1, reached("mails-of-sender"));
            assertEquals(0, rows("address = '" + address + "'"));
            Sql.run("UPDATE outbound.delivery SET sender = '203.0.113.9' WHERE kind = 'test/many'");
            register(address);
            assertEquals(1, rows("address = '" + address + "' AND sender = '127.0.0.1'"));
        } finally {
            Sql.run("DELETE FROM outbound.delivery WHERE kind = 'test/many'");
        }
    }

    @Test
    void noUseCaseDiesOfAnOddAddress() {
        Rest.post(
                        "/api/organisations/" + owner.organisationId() + "/members",
                        object("email", "a[b@lanes.test", "roles", List.of("OFFICE")),
                        owner.person())
                .expect(422);
        Person odd = People.carrier();
        Sql.run(
                "UPDATE identity.person SET email = 'a[' || email, email_key = 'a[' || email_key, verified_at = now() WHERE id = '"
                        + odd.personId() + "'");
        Rest.post("/api/me/password", object("current", People.PASSWORD, "password", "quite another password"), odd)
                .expect(204);
        assertEquals(0, rows("person_id = '" + odd.personId() + "'"));
    }

    private static void register(String address) {
        Rest.post(
                        "/api/auth/register",
                        object(
                                "email",
                                address,
                                "password",
                                People.PASSWORD,
                                "name",
                                "Somebody",
                                "organisation",
                                object("name", "Some Freight", "kind", "SHIPPER")),
                        null)
                .expect(202);
    }

    /** Messages whose time has not come for the server's own worker. */
    @Test
    void ofTwoWorkersEachMessageHasOneAndADeadOnesIsTakenOver() {
        Set<UUID> written = write(16, LATER);
        List<UUID> sent = Collections.synchronizedList(new ArrayList<>());
        Clock clock = Clock.offset(Clock.systemUTC(), LATER);
        OutboundDeliveries now = deliveries(clock);
        UUID lost = now.claim(Channel.SMS).orElseThrow().id();
        Callable<Void> worker = () -> work(now, into(sent), clock);
        AtOnce.all(List.of(worker, worker));
        assertEquals(written.size() - 1, sent.size());
        assertFalse(sent.contains(lost), "it is held");
        Clock later = Clock.offset(clock, Duration.ofMinutes(3));
        work(deliveries(later), into(sent), later);
        assertEquals(written, new HashSet<>(sent));
        assertEquals(written.size(), sent.size());
    }

    @Test
    void aMessageThatIsRefusedAgainAndAgainIsGivenUp() {
        UUID id = write(1, LATER).iterator().next();
        Clock clock = Clock.offset(Clock.systemUTC(), LATER);
        Gateway later = (delivery, content) -> {
            throw new NotWanted("smtp/450", false);
        };
        work(deliveries(clock), later, clock);
        assertEquals(
                1,
                rows("id = '" + id
                        + "' AND state = 'WAITING' AND refusals = 1 AND next_try_at > now() + interval '1 day 20 s'"));
        Clock hourLater = Clock.offset(clock, Duration.ofHours(1));
        work(deliveries(hourLater), later, hourLater);
        assertEquals(1, rows("id = '" + id + "' AND state = 'DEAD' AND refusals = 2 AND error = 'smtp/450'"));
        assertEquals(
                1,
                Sql.number("WITH gone AS (DELETE FROM outbound.delivery WHERE id = '" + id
                        + "' RETURNING 1) SELECT count(*) FROM gone"));
    }

    @Test
    void aLinkThatIsOverIsNotSent() {
        UUID id = write(1, LATER).iterator().next();
        Clock clock = Clock.offset(Clock.systemUTC(), LATER);
        Sql.run("UPDATE outbound.delivery SET good_until = now() WHERE id = '" + id + "'");
        List<UUID> sent = new ArrayList<>();
        work(deliveries(clock), into(sent), clock);
        assertEquals(List.of(), sent);
        assertEquals(1, rows("id = '" + id + "' AND state = 'DEAD' AND error = 'outbound/too-late'"));
        Api.administrator().post("/admin/deliveries/" + id + "/retry", null).expect(409, "deliveries/too-late");
    }

    private String invite(String address) {
        return owner.post(
                        "/organisations/" + owner.organisationId() + "/members",
                        object("email", address, "roles", List.of("OFFICE")))
                .expect(201)
                .text("link");
    }

    private static void times(int times, Runnable action) {
        for (int i = 0; i < times; i++) {
            action.run();
        }
    }

    private static void assertMoreByOne(String limit, Runnable action) {
        double before = reached(limit);
        action.run();
        assertEquals(before + 1, reached(limit), limit);
    }

    private static double reached(String limit) {
        return Rest.measurements()
                .lines()
                .filter(line -> line.startsWith("lanerunner_limit_reached_total{limit=\"" + limit + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static GreenMail provider() {
        GreenMail provider =
                new GreenMail(new ServerSetup(TestServer.mailPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        provider.start();
        return provider;
    }

    private static List<MimeMessage> to(GreenMail provider, String address) {
        return Arrays.stream(provider.getReceivedMessages())
                .filter(mail -> header(mail, "To").equals(address))
                .toList();
    }

    private static List<String> idsOf(GreenMail provider) {
        return Arrays.stream(provider.getReceivedMessages())
                .map(mail -> header(mail, "Message-ID"))
                .toList();
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name)[0];
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static long rows(String which) {
        return Sql.number("SELECT count(*) FROM outbound.delivery WHERE " + which);
    }

    private static Gateway into(List<UUID> sent) {
        return (delivery, content) -> {
            sent.add(delivery.id());
            return null;
        };
    }

    /** @param wait until they may be sent */
    private static Set<UUID> write(int count, Duration wait) {
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < count; i++) {
            ids.add(UUID.randomUUID());
        }
        ids.forEach(id -> SERVERS.update(
                "INSERT INTO outbound.delivery (id, channel, kind, address, address_key, content, state, attempts, refusals, created_at, next_try_at, changed_at)"
                        + " VALUES (?, 'SMS', 'test/test', '+12015550123', '+12015550123', ?, 'WAITING', 0, 0, now(), ?, now())",
                id,
                VAULT.seal(ProbeColumn.CONTENT, id, "{\"text\":\"t\"}".getBytes(StandardCharsets.UTF_8)),
                Instant.now().plus(wait).minusSeconds(1)));
        return ids;
    }

    private static Void work(OutboundDeliveries deliveries, Gateway gateway, Clock clock) {
        new DeliveryWorker(Channel.SMS, deliveries, gateway, Runnable::run, clock).wake();
        return null;
    }

    private static OutboundDeliveries deliveries(Clock clock) {
        Settings settings = new Settings() {
            @Override
            public int number(Setting setting) {
                return 2;
            }
        };
        return new OutboundDeliveries(SERVERS, VAULT, settings, clock);
    }
}
