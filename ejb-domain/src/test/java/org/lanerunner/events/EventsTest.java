package org.lanerunner.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Sql;

/** What a transaction sends to the database for its events, and when. */
class EventsTest {

    private static final Caller SYSTEM = Caller.system(UUID.randomUUID());

    private final Map<Object, Object> resources = new HashMap<>();
    private final List<Synchronization> atCommit = new ArrayList<>();
    private final List<List<DomainEvent>> recorded = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private int values;
    private Events events;

    @BeforeEach
    void inATransaction() {
        Recorder recorder = new Recorder(new Sql(database()), new PersonKeys(), Clock.systemUTC());
        recorder.setTransaction(proxy(TransactionSynchronizationRegistry.class, (p, method, arguments) -> {
            switch (method.getName()) {
                case "getResource":
                    return resources.get(arguments[0]);
                case "putResource":
                    return resources.put(arguments[0], arguments[1]);
                default:
                    return atCommit.add((Synchronization) arguments[0]);
            }
        }));
        recorder.setEntities(proxy(EntityManager.class, (p, method, a) -> {
            done.add(method.getName());
            return null;
        }));
        events = new Events(recorder, Clock.systemUTC(), proxy(Event.class, (p, method, arguments) -> {
            recorded.add(((EventsRecorded) arguments[0]).events());
            return null;
        }));
    }

    @Test
    void allIsWrittenOnceAfterTheEntitiesHowOftenSomethingWasPublished() {
        events.publish(SYSTEM, some(2));
        events.publish(SYSTEM, some(3));
        assertEquals(List.of(), done);
        commit();
        assertEquals(List.of("flush", "statement"), done);
    }

    @Test
    void whatIsSentGrowsWithTheEventsAndNotWithTheirSquare() {
        events.publish(SYSTEM, some(100));
        commit();
        int ofHundred = values;
        resources.clear();
        atCommit.clear();
        events.publish(SYSTEM, some(400));
        commit();
        assertEquals(4 * ofHundred, values - ofHundred);
    }

    @Test
    void observersHearOnceAndOfAll() {
        events.publish(SYSTEM, some(1));
        events.publish(SYSTEM, some(2));
        assertEquals(1, recorded.size());
        assertEquals(3, recorded.get(0).size());
    }

    @Test
    void nothingIsToldAfterAllWasWritten() {
        events.publish(SYSTEM, some(1));
        commit();
        assertThrows(IllegalStateException.class, () -> events.publish(SYSTEM, some(1)));
    }

    private void commit() {
        assertEquals(1, atCommit.size());
        atCommit.get(0).beforeCompletion();
    }

    private static DomainEvent[] some(int count) {
        return Stream.generate(() -> DomainEvent.of("offer.closed", UUID.randomUUID()))
                .limit(count)
                .toArray(DomainEvent[]::new);
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
                done.add("statement");
                yield statement;
            }
            case "createArrayOf" -> {
                values += ((Object[]) arguments[1]).length;
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
