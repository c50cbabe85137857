package org.lanerunner.events;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.MessageBroker;
import org.lanerunner.shared.Refusal;

/**
 * The broker's dead letters. An administrator can look at them, offer one once more to the consumer that could not take it, or throw it away. A letter leaves
 * the broker only once the action on it has committed. If one comes again, the inbox recognises it.
 */
@Stateless
public class DeadLetters {

    /** At most so many of a family are shown. The others show when these are gone. */
    private static final int MOST_SHOWN = 100;

    private static final int MOST_COUNTED = 1000;

    /** Told when an action on a letter has committed, so that the letter can go. */
    record Done(String family, String id) {}

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final String PLACE = "_AMQ_ORIG_QUEUE";
    private static final Pattern ID = Pattern.compile("ID:[0-9a-zA-Z-]{1,100}");
    private static final String ALL = null;
    private static final long PATIENCE_MILLISECONDS = 1000;

    @Inject
    private MessageBroker broker;

    @Inject
    @Any
    private Instance<EventConsumer> consumers;

    @Inject
    private Deliveries deliveries;

    @Inject
    private Event<Done> done;

    @Inject
    private Audit audit;

    /** The dead letters of all families, those that have been dead longest first in each. */
    public List<DeadLetter> list(Caller caller) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        List<DeadLetter> letters = new ArrayList<>();
        inSession(session -> {
            for (String family : EventType.families()) {
                browse(session, family, ALL, MOST_SHOWN).forEach(message -> letters.add(letter(family, message)));
            }
            return null;
        });
        return letters;
    }

    /** The number of dead letters in all families, also of those that are not shown, counted up to a thousand. */
    public int count(Caller caller) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        return inSession(session -> {
            int counted = 0;
            for (String family : EventType.families()) {
                counted += count(session, family, MOST_COUNTED - counted);
            }
            return counted;
        });
    }

    /** Offers the letter to its consumer now. @throws Refusal CONFLICT where the consumer still can't take it, or does not exist */
    public void retry(Caller caller, String family, String id) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        Message message = find(family, id);
        EventConsumer consumer = consumer(family, message).orElseThrow(() -> unfit("Nobody hears this any more."));
        ReceivedEvent event = event(message).orElseThrow(() -> unfit("This is no event, and nobody can take it."));
        audit.record(caller, "dead-letter.tried", event.id());
        try {
            deliveries.deliver(consumer, event);
        } catch (RuntimeException again) {
            LOG.warnf(again, "%s could not take %s %s once more", consumer.name(), event.type(), event.id());
            throw Refusal.conflict(
                    "dead-letters/fails-again", "The consumer could not take it once more. The log says why.");
        }
        done.fire(new Done(family, id));
    }

    /** Throws the letter away, so that no consumer will hear the event. */
    public void discard(Caller caller, String family, String id) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        Message message = find(family, id);
        audit.record(
                caller,
                "dead-letter.discarded",
                event(message).map(ReceivedEvent::id).orElse(new UUID(0, 0)));
        done.fire(new Done(family, id));
    }

    public void remove(@Observes(during = TransactionPhase.AFTER_SUCCESS) Done letter) {
        try {
            inSession(session -> {
                try (var place = session.createConsumer(queue(session, letter.family()), selector(letter.id()))) {
                    place.receive(PATIENCE_MILLISECONDS);
                }
                return null;
            });
        } catch (RuntimeException gone) {
            LOG.warnf(gone, "a letter that is done with stays among the dead letters of %s", letter.family());
        }
    }

    private Message find(String family, String id) {
        if (!EventType.families().contains(family) || !ID.matcher(id).matches()) {
            throw Refusal.notFound("dead-letters");
        }
        return inSession(session ->
                        browse(session, family, selector(id), 1).stream().findFirst())
                .orElseThrow(() -> Refusal.notFound("dead-letters"));
    }

    private DeadLetter letter(String family, Message message) {
        Optional<ReceivedEvent> event = event(message);
        return new DeadLetter(
                idOf(message),
                family,
                consumer(family, message).map(EventConsumer::name).orElse(null),
                event.map(ReceivedEvent::type).orElse(null),
                event.map(ReceivedEvent::id).orElse(null),
                event.map(ReceivedEvent::time).orElseGet(() -> sentAt(message)));
    }

    private Optional<EventConsumer> consumer(String family, Message message) {
        String place = read(() -> message.getStringProperty(PLACE));
        return consumers.stream()
                .filter(consumer -> consumer.placeIn(family).equals(place))
                .findFirst();
    }

    private static Optional<ReceivedEvent> event(Message message) {
        try {
            return message instanceof TextMessage text
                    ? Optional.of(ReceivedEvent.of(read(text::getText)))
                    : Optional.empty();
        } catch (IllegalArgumentException noEvent) {
            return Optional.empty();
        }
    }

    private static int count(Session session, String family, int most) throws JMSException {
        try (QueueBrowser browser = session.createBrowser(queue(session, family))) {
            Enumeration<?> all = browser.getEnumeration();
            int counted = 0;
            while (counted < most && all.hasMoreElements()) {
                all.nextElement();
                counted++;
            }
            return counted;
        }
    }

    /** Reads no more messages than asked for, since the broker hands them over only step by step. */
    private static List<Message> browse(Session session, String family, String selector, int most) throws JMSException {
        try (QueueBrowser browser = session.createBrowser(queue(session, family), selector)) {
            List<Message> messages = new ArrayList<>();
            Enumeration<?> all = browser.getEnumeration();
            while (messages.size() < most && all.hasMoreElements()) {
                messages.add((Message) all.nextElement());
            }
            return messages;
        }
    }

    private static Queue queue(Session session, String family) throws JMSException {
        return session.createQueue(family + ".events.dead-letters");
    }

    private static String selector(String id) {
        return "JMSMessageID = '" + id + "'";
    }

    private static String idOf(Message message) {
        return read(message::getJMSMessageID);
    }

    private static Instant sentAt(Message message) {
        return Instant.ofEpochMilli(read(message::getJMSTimestamp));
    }

    private static Refusal unfit(String words) {
        return Refusal.conflict("dead-letters/nobody-hears", words);
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(Session session) throws JMSException;
    }

    @FunctionalInterface
    private interface Read<T> {
        T get() throws JMSException;
    }

    private static <T> T read(Read<T> reading) {
        try {
            return reading.get();
        } catch (JMSException impossible) {
            throw new IllegalStateException("a message that can't be read", impossible);
        }
    }

    private <T> T inSession(Use<T> use) {
        try (Connection connection = broker.connect()) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            connection.start();
            return use.of(session);
        } catch (JMSException away) {
            throw new Refusal(
                    Refusal.Kind.UNAVAILABLE,
                    "dead-letters/broker-away",
                    "The broker does not answer. Ask again soon.");
        }
    }
}
