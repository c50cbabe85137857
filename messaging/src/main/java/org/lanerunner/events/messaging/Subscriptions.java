package org.lanerunner.events.messaging;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageListener;
import jakarta.jms.Session;
import jakarta.jms.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jboss.logging.Logger;
import org.lanerunner.events.Deliveries;
import org.lanerunner.events.EventConsumer;
import org.lanerunner.events.EventFamilies;
import org.lanerunner.events.ReplayableConsumer;
import org.lanerunner.events.Replays;
import org.lanerunner.events.Retention;
import org.lanerunner.shared.MessageBroker;

/**
 * Subscribes every {@link EventConsumer} to the topics of the events that it hears. Each tick opens what is not open: all subscriptions at the start and
 * after the broker went away, and one consumer's when its replay of the log has ended.
 */
@ApplicationScoped
public class Subscriptions {

    private static final Logger LOG = Logger.getLogger(Subscriptions.class);

    /** The number of sessions on each node: one works while the other waits for its commit. An aggregate's events all go to one of them. */
    private static final int SESSIONS = 2;

    private final Map<String, List<Subscription>> open = new HashMap<>();
    private final AtomicBoolean replaying = new AtomicBoolean();
    private Connection connection;

    @Inject
    private MessageBroker broker;

    @Resource
    private ContextService contexts;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    @Any
    private Instance<EventConsumer> consumers;

    @Inject
    private Deliveries deliveries;

    @Inject
    private Replays replays;

    @Inject
    private Retention retention;

    @Inject
    private FormerSubscriptions former;

    synchronized void tick() {
        try {
            if (connection == null) {
                connect();
            }
            for (EventConsumer consumer : consumers) {
                if (!replays.isRunning(consumer)) {
                    subscribe(consumer);
                }
            }
        } catch (JMSException | NamingException | RuntimeException failure) {
            LOG.warnf("events can't be heard now, the next try is soon: %s", failure.getMessage());
            LOG.debug("subscribing failed", failure);
            close();
        }
    }

    /** Ends subscriptions of earlier versions whose messages nobody reads any more. */
    void endFormer() {
        try {
            former.end();
        } catch (JMSException | RuntimeException failure) {
            LOG.warnf("a former subscription can't be ended now, the next try is soon: %s", failure.getMessage());
        }
    }

    /** Does the replays that were asked for. They run on another thread, since a whole log takes its time. */
    void replay() {
        if (replaying.compareAndSet(false, true)) {
            try {
                executor.execute(this::replayAll);
            } catch (RejectedExecutionException busy) {
                replaying.set(false);
                LOG.debug("no thread is free; the next tick tries again", busy);
            }
        }
    }

    private void replayAll() {
        try {
            for (EventConsumer consumer : consumers) {
                if (consumer instanceof ReplayableConsumer replayable) {
                    while (replays.work(replayable)) {
                        LOG.debugf("%s has learned a part of the log anew", consumer.name());
                    }
                }
            }
        } catch (RuntimeException failure) {
            LOG.warn("a replay could not go on; the next try is soon", failure);
        } finally {
            replaying.set(false);
        }
    }

    /** Drops the months that are due, one at a time. */
    void dropMonths() {
        List<ReplayableConsumer> replayable = consumers.stream()
                .filter(ReplayableConsumer.class::isInstance)
                .map(ReplayableConsumer.class::cast)
                .toList();
        while (retention.dropOldest(replayable)) {
            LOG.debug("a month fell");
        }
    }

    @PreDestroy
    synchronized void close() {
        Connection old = connection;
        connection = null;
        open.clear();
        if (old != null) {
            try {
                old.close();
            } catch (JMSException failure) {
                LOG.debug("a connection to the broker did not close", failure);
            }
        }
    }

    private void connect() throws JMSException {
        consumers.forEach(replays::introduce);
        connection = broker.connect();
        Connection made = connection;
        made.setExceptionListener(why -> lost(made));
        made.start();
    }

    /** What is told of an earlier connection, which may come late, says nothing of the present one. */
    private synchronized void lost(Connection gone) {
        if (gone == connection) {
            close();
        }
    }

    private void subscribe(EventConsumer consumer) throws JMSException, NamingException {
        for (String family : families(consumer)) {
            List<Subscription> places = open.computeIfAbsent(consumer.placeIn(family), n -> new ArrayList<>());
            places.removeIf(place -> !place.isOpen());
            while (places.size() < SESSIONS) {
                places.add(subscription(consumer, family));
            }
        }
    }

    private Subscription subscription(EventConsumer consumer, String family) throws JMSException, NamingException {
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        Subscription subscription = new Subscription(consumer, deliveries, session);
        Topic topic = InitialContext.doLookup("java:jboss/jms/topic/" + family + ".events");
        subscription.listen(
                topic, consumer.placeIn(family), contexts.createContextualProxy(subscription, MessageListener.class));
        return subscription;
    }

    private static Set<String> families(EventConsumer consumer) {
        Set<String> families = new TreeSet<>();
        consumer.hears().forEach(type -> families.add(EventFamilies.of(type)));
        return families;
    }
}
