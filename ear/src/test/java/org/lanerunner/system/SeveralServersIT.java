package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.lanerunner.launcher.Build;
import org.lanerunner.launcher.Console;
import org.lanerunner.launcher.DataFolder;
import org.lanerunner.launcher.Database;
import org.lanerunner.launcher.EffectiveSettings;
import org.lanerunner.launcher.LaneRunner;
import org.lanerunner.launcher.OutsideBroker;
import org.lanerunner.launcher.Ports;

/**
 * Two whole servers on one database and one broker, both outside of them, as docs/operations/several-servers.md says: begun at once on an empty database, and one
 * of them killed in the end.
 */
@EnabledIfSystemProperty(named = "lanerunner.system.tests", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralServersIT {

    private static final String PASSWORD = "correct horse battery staple";
    private static final int EXPORTS = 10;
    private static final int EVENTS = 6;
    private static final Pattern LINK = Pattern.compile("https?://[^\\s#]+#([\\w-]+)");

    private final Build build = Build.of(
            Path.of(System.getProperty("lanerunner.home")).toAbsolutePath().normalize());
    private final Path folder = build.home().resolve("ear/target/several-servers");
    private final GreenMail mails =
            new GreenMail(new ServerSetup(FreePorts.find().debug(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private LaneRunner databaseServer;
    private Database.Access database;
    private OutsideArtemis broker;
    private Node one;
    private Node other;
    private String admin;
    private String shipper;
    private String carrier;

    @BeforeAll
    void start() throws Exception {
        for (String name : List.of("one", "other", "database")) {
            DataFolder.at(folder.resolve(name)).deleteIfThere();
        }
        Files.createDirectories(folder);
        mails.start();
        CompletableFuture<Void> broking = CompletableFuture.runAsync(() -> broker = OutsideArtemis.start(
                folder.resolve("broker-" + ProcessHandle.current().pid()),
                OutsideBroker.configuration(
                        settings(Map.of("LANERUNNER_DELIVERY_ATTEMPTS", "2")), OutsideArtemis.ROLE)));
        Map<String, String> shared = startDatabase();
        broking.join();
        shared.put("LANERUNNER_BROKER_URL", broker.url());
        shared.put("LANERUNNER_BROKER_TRUST_FILE", broker.certificate().toString());
        shared.put("LANERUNNER_BROKER_USER", OutsideArtemis.USER);
        shared.put("LANERUNNER_BROKER_PASSWORD", OutsideArtemis.PASSWORD);
        one = new Node(build, folder, "one", shared);
        other = new Node(build, folder, "other", shared);
        CompletableFuture.allOf(CompletableFuture.runAsync(one::start), CompletableFuture.runAsync(other::start))
                .join();
        admin = administrator();
        shipper = register("shipper@lanes.example", "SHIPPER");
        carrier = register("carrier@lanes.example", "CARRIER");
    }

    /** An embedded PostgreSQL of a folder that no server runs on; its folder also has the keys that the servers share. @return what both servers are told */
    private Map<String, String> startDatabase() {
        Ports ports = FreePorts.find();
        DataFolder data = DataFolder.at(folder.resolve("database"));
        EffectiveSettings settings = settings(Map.of("LANERUNNER_HTTP_PORT", String.valueOf(ports.http())));
        databaseServer = new LaneRunner(build, data, settings, new Console(System.out));
        data.create();
        database = databaseServer.startDatabase(ports);
        Map<String, String> made = databaseServer.properties(ports, database, Map.of());
        Map<String, String> shared = new HashMap<>();
        shared.put("LANERUNNER_DB_URL", database.url());
        shared.put("LANERUNNER_DB_OWNER_PASSWORD", database.owner().password());
        shared.put("LANERUNNER_DB_PASSWORD", database.server().password());
        shared.put("LANERUNNER_DB_BATCH_PASSWORD", database.batch().password());
        shared.put("LANERUNNER_SIGNING_KEY_FILE", made.get("lanerunner.signing.key.file"));
        shared.put("LANERUNNER_AUDIT_KEY_FILE", made.get("lanerunner.audit.key.file"));
        shared.put("LANERUNNER_MASTER_KEY_FILE", made.get("lanerunner.master.key.file"));
        shared.put("LANERUNNER_DOCUMENTS_DIRECTORY", data.documents().toString());
        shared.put("LANERUNNER_MAIL_HOST", "127.0.0.1");
        shared.put("LANERUNNER_MAIL_PORT", String.valueOf(mails.getSmtp().getPort()));
        shared.put("LANERUNNER_MAIL_TLS", "none");
        shared.put("LANERUNNER_PUBLIC_URL", "https://lanes.example");
        shared.put("LANERUNNER_MAILS_PER_ADDRESS", "100");
        shared.put("LANERUNNER_MFA_ADMINISTRATORS", "false");
        shared.put("LANERUNNER_RATE_EXPORTS", "0," + EXPORTS + ",0");
        shared.put("LANERUNNER_JVM_OPTIONS", "-Xms128m -Xmx448m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        return shared;
    }

    private EffectiveSettings settings(Map<String, String> environment) {
        return EffectiveSettings.of(DataFolder.at(folder.resolve("database")), environment);
    }

    @AfterAll
    void stop() {
        for (AutoCloseable running : Arrays.asList(one, other, broker)) {
            try {
                if (running != null) {
                    running.close();
                }
            } catch (Exception goneAlready) {
                System.out.println(goneAlready.getMessage());
            }
        }
        if (databaseServer != null) {
            databaseServer.stop();
        }
        mails.stop();
    }

    @Test
    @Order(1)
    void whatOneServerRelaysIsLiveOnBothAndHasEachEffectOnce() throws Exception {
        try (Channel atOne = one.follow(ticket(one));
                Channel atOther = other.follow(ticket(one))) {
            List<String> offers = new ArrayList<>();
            for (int i = 0; i < EVENTS; i++) {
                offers.add(offer(i % 2 == 0 ? one : other));
            }
            for (Channel channel : List.of(atOne, atOther)) {
                assertEquals(sorted(offers), heard(channel, offers.size()));
            }
            eachOfferIsToldOnce();
        }
    }

    @Test
    @Order(1)
    void rateHoldsOverBoth() {
        long begun = System.nanoTime();
        int let = 0;
        for (int i = 0; i < 2 * EXPORTS; i++) {
            for (Node node : List.of(one, other)) {
                let += node.get("/audit/export", admin).status() == 429 ? 0 : 1;
            }
        }
        long regained = (System.nanoTime() - begun) / 1_000_000_000 * EXPORTS / 60 + 1;
        assertTrue(let >= EXPORTS, let + " let through");
        assertTrue(let <= EXPORTS + 2 + regained, let + " let through");
    }

    @Test
    @Order(1)
    void sessionThatEndsAtOneEndsAtTheOther() {
        JsonNode session = one.post("/auth/login", object("email", "shipper@lanes.example", "password", PASSWORD), null)
                .expect(200)
                .body();
        String token = session.path("accessToken").asText();
        other.get("/me", token).expect(200);
        one.post(
                        "/auth/logout",
                        object("refreshToken", session.path("refreshToken").asText()),
                        token)
                .expect(204);
        Eventually.get(() -> other.get("/me", token).status(), status -> status == 401);
    }

    @Test
    @Order(1)
    void deadLetterOfTheBrokerIsSeenAtEitherServerAndTriedAgain() throws Exception {
        sql(
                "CREATE FUNCTION notifications.refused() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$");
        sql(
                "CREATE TRIGGER refused BEFORE INSERT ON notifications.notice FOR EACH ROW WHEN (NEW.kind = 'offer-withdrawn')"
                        + " EXECUTE FUNCTION notifications.refused()");
        String offer = offer(one);
        one.post("/offers/" + offer + "/withdraw", Map.of(), carrier).expect(200);
        JsonNode letter = Eventually.get(
                        () -> other.get("/admin/dead-letters", admin)
                                .expect(200)
                                .body(),
                        all -> all.size() == 1)
                .get(0);
        assertEquals("notifications.notices", letter.path("consumer").asText());
        sql("DROP FUNCTION notifications.refused() CASCADE");
        String path = "/admin/dead-letters/" + letter.path("family").asText() + "/"
                + letter.path("id").asText() + "/retry";
        one.post(path, null, admin).expect(204);
        Eventually.get(() -> other.get("/admin/dead-letters", admin).body().size(), size -> size == 0);
        assertEquals(
                letter.path("eventId").asText(),
                text("SELECT event_id FROM events.inbox WHERE consumer = 'notifications.notices' AND event_id = '"
                        + letter.path("eventId").asText() + "'"));
    }

    /** What it had committed and not sent yet, what it was sending, and what its consumers had in hand. */
    @Test
    @Order(2)
    void killedServerLeavesNothingUndone() throws Exception {
        try (Channel atOther = other.follow(ticket(other));
                Connection holder = connect()) {
            holder.setAutoCommit(false);
            List<String> offers = new ArrayList<>();
            for (int i = 0; i < EVENTS; i++) {
                if (i == EVENTS / 2) {
                    try (Statement hold = holder.createStatement()) {
                        hold.execute("SELECT 1 FROM events.bucket FOR UPDATE");
                    }
                }
                offers.add(offer(one));
            }
            one.kill();
            assertTrue(number("SELECT count(*) FROM events.outbox") >= EVENTS / 2, "left in the outbox");
            holder.rollback();
            assertEquals(sorted(offers), heard(atOther, offers.size()));
            eachOfferIsToldOnce();
            other.get("/ready", null).expect(200);
        }
    }

    /** A notice and a mail an offer, and nothing waits. */
    private void eachOfferIsToldOnce() {
        String met =
                "SELECT count(*) FROM events.event e JOIN events.inbox i ON i.event_id = e.id WHERE e.type = 'offer.made'"
                        + " AND i.consumer = 'notifications.notices'";
        long offers = number("SELECT count(*) FROM events.event WHERE type = 'offer.made'");
        Eventually.get(() -> number(met), count -> count == offers);
        assertEquals(offers, number("SELECT count(*) FROM notifications.notice WHERE kind = 'offer-received'"));
        Eventually.get(
                () -> number(
                        "SELECT count(*) FROM outbound.delivery WHERE kind LIKE '%offer-received%' AND state = 'SENT'"),
                sent -> sent == offers);
        assertEquals(offers, mailsOfOffers());
        Eventually.get(() -> number("SELECT count(*) FROM events.outbox"), waiting -> waiting == 0);
    }

    private long mailsOfOffers() {
        return Arrays.stream(mails.getReceivedMessages())
                .filter(mail ->
                        header(mail, "Subject").replaceAll("\\s+", " ").contains("CARRIER of two servers offers"))
                .count();
    }

    /** The subjects of so many offers that were made, in the order of their names. */
    private static List<String> heard(Channel channel, int offers) throws InterruptedException {
        List<String> heard = new ArrayList<>();
        while (heard.size() < offers) {
            heard.add(channel.awaitEvent("offer.made").at("/event/subject").asText());
        }
        return sorted(heard);
    }

    private static List<String> sorted(List<String> ids) {
        return ids.stream().sorted().toList();
    }

    private String ticket(Node node) {
        return node.post("/live/tickets", null, shipper).expect(200).text("ticket");
    }

    /** A new load of the shipper's, and the carrier's offer on it. @return the offer's id */
    private String offer(Node node) {
        LocalDateTime now = LocalDateTime.now(ZoneId.of("America/Chicago"));
        Map<String, Object> load = object(
                "equipment",
                "DRY_VAN",
                "cargo",
                Map.of("weightKilograms", 500),
                "stops",
                List.of(stop("PICKUP", "city:4887398", now), stop("DELIVERY", "city:4250542", now.plusHours(8))),
                "price",
                Map.of("amount", "900", "currency", "USD"));
        String id = node.post("/loads", load, shipper).expect(201).text("id");
        return node.post("/offers", Map.of("loadId", id), carrier).expect(201).text("id");
    }

    private static Map<String, Object> stop(String kind, String place, LocalDateTime at) {
        return object(
                "kind",
                kind,
                "placeId",
                place,
                "windowStart",
                at.minusHours(1).toString(),
                "windowEnd",
                at.plusHours(6).toString());
    }

    /** Whichever server had the database first has the link. */
    private String administrator() {
        List<String> tokens = List.of(one, other).stream()
                .flatMap(node -> node.server().adminSetupToken().stream())
                .toList();
        assertEquals(1, tokens.size(), "one link of two servers that begin at once");
        return other.post(
                        "/auth/admin-setup",
                        object(
                                "token",
                                tokens.get(0),
                                "email",
                                "ada@lanes.example",
                                "name",
                                "Ada",
                                "password",
                                PASSWORD),
                        null)
                .expect(201)
                .text("accessToken");
    }

    /** Asked at one server, mailed by whichever, confirmed at the other. @return an access token */
    private String register(String email, String kind) {
        one.post(
                        "/auth/register",
                        object(
                                "email",
                                email,
                                "password",
                                PASSWORD,
                                "name",
                                "Somebody",
                                "organisation",
                                object("name", kind + " of two servers", "kind", kind)),
                        null)
                .expect(202);
        String token = Eventually.get(() -> linkTo(email), link -> !link.isEmpty());
        return other.post("/auth/registrations/confirm", object("token", token, "password", PASSWORD), null)
                .expect(201)
                .text("accessToken");
    }

    private String linkTo(String email) {
        return Arrays.stream(mails.getReceivedMessages())
                .filter(mail -> header(mail, "To").equals(email))
                .map(mail -> LINK.matcher(words(mail)))
                .filter(Matcher::find)
                .map(link -> link.group(1))
                .findFirst()
                .orElse("");
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name)[0];
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String words(MimeMessage mail) {
        try {
            return ((MimeMultipart) mail.getContent())
                    .getBodyPart(0)
                    .getContent()
                    .toString();
        } catch (IOException | MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = connect();
                Statement executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }

    private long number(String query) {
        return Long.parseLong(text(query));
    }

    private String text(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "nothing";
        } catch (SQLException broken) {
            throw new IllegalStateException(query, broken);
        }
    }
}
