package org.lanerunner.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.event.Event;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Sql;

/** What one command sends to the database for its events. */
class EventsTest {

    private int statements;
    private int ids;

    @Test
    void oneEventCostsOneStatement() {
        publish(1);
        assertEquals(1, statements);
    }

    @Test
    void whatIsSentGrowsWithTheEventsAndNotWithTheirSquare() {
        publish(100);
        int ofHundred = ids;
        publish(400);
        assertEquals(2, statements);
        assertEquals(4 * ofHundred, ids);
    }

    private void publish(int count) {
        statements = 0;
        ids = 0;
        Events events = new Events(new Sql(database()), Clock.systemUTC(), proxy(Event.class, (p, m, a) -> null));
        events.publish(
                Caller.system(),
                Stream.generate(() -> DomainEvent.of("offer.closed", UUID.randomUUID()))
                        .limit(count)
                        .toArray(DomainEvent[]::new));
    }

    private DataSource database() {
        Connection[] connection = new Connection[1];
        PreparedStatement statement = proxy(PreparedStatement.class, (p, method, a) -> switch (method.getName()) {
            case "getConnection" -> connection[0];
            case "executeUpdate" -> 1;
            default -> null;
        });
        connection[0] = proxy(Connection.class, (p, method, arguments) -> switch (method.getName()) {
            case "prepareStatement" -> {
                statements++;
                yield statement;
            }
            case "createArrayOf" -> {
                ids += ((Object[]) arguments[1]).length;
                yield proxy(Array.class, (q, m, a) -> null);
            }
            default -> null;
        });
        return proxy(DataSource.class, (p, m, a) -> connection[0]);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
