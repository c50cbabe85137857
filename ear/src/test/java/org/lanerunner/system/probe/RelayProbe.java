package org.lanerunner.system.probe;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.Topic;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.lanerunner.events.Outbox;
import org.lanerunner.events.messaging.TopicSender;
import org.lanerunner.shared.MessageBroker;
import org.lanerunner.shared.Sql;

/**
 * Lives in the server during a test: fills the outbox, lets two relays of its own empty it beside the application's, one of which dies after the broker has a
 * batch and before the outbox knows, and tells what a consumer of the topic got.
 */
@WebServlet("/two-relays")
public class RelayProbe extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int AGGREGATES = 48;
    private static final int EVENTS_EACH = 25;
    private static final int BATCH = 20;
    private static final int DIES_AFTER_BATCHES = 3;
    private static final long SILENCE_MILLISECONDS = 120_000;
    private static final String LAST = "last";

    @Resource(lookup = "java:jboss/datasources/LaneRunner")
    private transient DataSource database;

    @Resource(lookup = "java:jboss/jms/LaneRunner")
    private transient ConnectionFactory broker;

    @Resource(lookup = "java:jboss/jms/topic/document.events")
    private transient Topic topic;

    @Resource
    private transient UserTransaction transaction;

    @Resource
    private transient ManagedExecutorService executor;

    /** The relay's process is gone: nothing of its transaction is committed. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(topic)) {
            connection.start();
            Set<UUID> aggregates = fillOutbox();
            AtomicInteger sentByKilled = new AtomicInteger();
            AtomicInteger sentByOther = new AtomicInteger();
            Future<?> killed = executor.submit(() -> relay(sentByKilled, DIES_AFTER_BATCHES));
            Future<?> other = executor.submit(() -> relay(sentByOther, Integer.MAX_VALUE));
            killed.get();
            other.get();
            awaitEmptyOutbox();
            session.createProducer(topic).send(last(session));
            response.setContentType("application/json");
            response.getWriter().write(report(consumer, aggregates, sentByKilled.get(), sentByOther.get()));
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    /** The buckets are held meanwhile, so that no relay begins before all is there. */
    private Set<UUID> fillOutbox() throws Exception {
        Sql sql = new Sql(database);
        Set<UUID> aggregates = new HashSet<>();
        transaction.begin();
        sql.query("SELECT bucket FROM events.bucket ORDER BY bucket FOR UPDATE", row -> row.getInt(1));
        for (int a = 0; a < AGGREGATES; a++) {
            aggregates.add(UUID.randomUUID());
        }
        List<Object[]> rows = new ArrayList<>();
        for (int sequence = 1; sequence <= EVENTS_EACH; sequence++) {
            for (UUID aggregate : aggregates) {
                UUID id = UUID.randomUUID();
                rows.add(new Object[] {
                    Math.floorMod(aggregate.hashCode(), 16),
                    id,
                    aggregate,
                    sequence,
                    payload(id, aggregate, sequence),
                    Instant.now()
                });
            }
        }
        sql.batch(
                "INSERT INTO events.outbox (bucket, topic, event_id, aggregate_id, sequence, payload, created_at)"
                        + " VALUES (?, 'document.events', ?, ?, ?, ?, ?)",
                rows);
        transaction.commit();
        return aggregates;
    }

    private void relay(AtomicInteger sent, int batches) {
        TopicSender sender = new TopicSender(new MessageBroker(broker));
        Outbox outbox = new Outbox(new Sql(database), Clock.systemUTC());
        try {
            int relayed;
            do {
                relayed = relayOnce(outbox, sender, sent, batches);
            } while (relayed > 0);
        } catch (Killed dead) {
            return;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        } finally {
            sender.close();
        }
    }

    private int relayOnce(Outbox outbox, TopicSender sender, AtomicInteger sent, int batches) throws Exception {
        transaction.begin();
        boolean committed = false;
        try {
            int relayed = outbox.relay(BATCH, batch -> {
                sender.send(batch);
                if (sent.incrementAndGet() == batches) {
                    throw new Killed();
                }
            });
            transaction.commit();
            committed = true;
            return relayed;
        } finally {
            if (!committed) {
                transaction.rollback();
            }
        }
    }

    /** What the killed one held goes out by the application's own relay at the latest. */
    private void awaitEmptyOutbox() throws InterruptedException {
        Sql sql = new Sql(database);
        Instant end = Instant.now().plusMillis(SILENCE_MILLISECONDS);
        while (sql.first("SELECT count(*) FROM events.outbox", row -> row.getInt(1))
                        .orElseThrow()
                > 0) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("the outbox is not emptied");
            }
            Thread.onSpinWait();
        }
    }

    private static String report(MessageConsumer consumer, Set<UUID> aggregates, int byKilled, int byOther)
            throws JMSException {
        Map<String, Long> lastSequence = new HashMap<>();
        Set<String> ids = new HashSet<>();
        int received = 0;
        int outOfOrder = 0;
        while (true) {
            Message message = consumer.receive(SILENCE_MILLISECONDS);
            if (message == null || message.propertyExists(LAST)) {
                break;
            }
            String group = message.getStringProperty("JMSXGroupID");
            if (group == null || !aggregates.contains(UUID.fromString(group))) {
                continue;
            }
            received++;
            ids.add(message.getStringProperty("_AMQ_DUPL_ID"));
            long sequence = message.getLongProperty("sequence");
            if (sequence != lastSequence.getOrDefault(group, 0L) + 1) {
                outOfOrder++;
            }
            lastSequence.put(group, sequence);
        }
        return "{\"expected\":%d,\"received\":%d,\"distinct\":%d,\"outOfOrder\":%d,\"batchesOfKilled\":%d,\"batchesOfOther\":%d}"
                .formatted(AGGREGATES * EVENTS_EACH, received, ids.size(), outOfOrder, byKilled, byOther);
    }

    private static Message last(Session session) throws JMSException {
        Message last = session.createMessage();
        last.setBooleanProperty(LAST, true);
        return last;
    }

    private static String payload(UUID id, UUID aggregate, int sequence) {
        return """
                {"specversion":"1.0","id":"%s","source":"/lanerunner/document","type":"lanerunner.document.stored.v1","subject":"%s",\
                "time":"2026-11-20T08:00:00Z","datacontenttype":"application/json","correlationid":"probe","sequence":"%012d",\
                "data":{"documentId":"%s","sizeBytes":1}}""".formatted(id, aggregate, sequence, aggregate);
    }
}
