package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.launcher.Console;
import org.lanerunner.launcher.demo.MainJob;
import org.lanerunner.launcher.demo.Step;
import org.lanerunner.launcher.demo.Way;

/** The demo's own steps against the server of the tests: one load from post to paid, over REST and the live channel. */
@SystemTest
class MainJobIT {

    @Test
    void oneLoadIsCarriedFromPostToPaid() throws Exception {
        String password = UUID.randomUUID().toString();
        org.lanerunner.launcher.demo.People people = new org.lanerunner.launcher.demo.People(TestServer.address(), name -> password);
        MainJob job = new MainJob(people, 1, Optional.of(setupToken()), "UTC", Way.simulated(), new Console(System.out));
        for (Step step : job.steps()) {
            step.work().call();
        }
        String booking = job.bookingId().orElseThrow();
        assertEquals(1, Sql.number("SELECT count(*) FROM bookings.booking WHERE status = 'SETTLED' AND id = '" + booking + "'"));
        assertEquals(0, Sql.booksOutOfBalance());
    }

    /** A link for an administrator of its own, as the launcher makes one at first start. */
    private static String setupToken() throws Exception {
        String token = UUID.randomUUID().toString();
        try (Connection connection = TestServer.connectAsOwner();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO identity.admin_link (token_hash) VALUES (?)")) {
            insert.setBytes(1, MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
            insert.executeUpdate();
        }
        return token;
    }
}
