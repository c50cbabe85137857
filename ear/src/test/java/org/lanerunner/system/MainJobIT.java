package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        People.admin();
        String password = UUID.randomUUID().toString();
        org.lanerunner.launcher.demo.People people = new org.lanerunner.launcher.demo.People(
                TestServer.address(), name -> name.equals("admin") ? People.PASSWORD : password);
        MainJob job = new MainJob(people, 1, Optional.empty(), "UTC", Way.simulatedAt(5400), new Console(System.out));
        for (Step step : job.steps()) {
            step.work().call();
        }
        String booking = job.bookingId().orElseThrow();
        assertEquals(
                1,
                Sql.number(
                        "SELECT count(*) FROM bookings.booking WHERE status = 'SETTLED' AND id = '" + booking + "'"));
        assertEquals(0, Sql.booksOutOfBalance());
    }
}
