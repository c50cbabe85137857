package org.lanerunner.system.probe;

import jakarta.annotation.Resource;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** Sends the load family's consumers something that is no event, and tells from whose places it came to lie among the dead letters. */
@WebServlet("/dead-letters")
public class DeadLetterProbe extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final long LIMIT_MILLISECONDS = 120_000;

    @Resource(lookup = "java:jboss/jms/LaneRunner")
    private transient ConnectionFactory broker;

    @Resource(lookup = "java:jboss/jms/topic/load.events")
    private transient Topic topic;

    @Resource(lookup = "java:jboss/jms/queue/load.events.dead-letters")
    private transient Queue deadLetters;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String text = "no event " + UUID.randomUUID();
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(deadLetters)) {
            connection.start();
            session.createProducer(topic).send(session.createTextMessage(text));
            response.setContentType("text/plain");
            response.getWriter()
                    .write(String.join(",", found(consumer, text, Integer.parseInt(request.getParameter("places")))));
        } catch (JMSException failure) {
            throw new ServletException(failure);
        }
    }

    /** @return as many as there are until none comes for a while, at most so many; in the order of their names */
    private static SortedSet<String> found(MessageConsumer consumer, String text, int most) throws JMSException {
        SortedSet<String> places = new TreeSet<>();
        Message message;
        while (places.size() < most && (message = consumer.receive(LIMIT_MILLISECONDS)) != null) {
            if (message instanceof TextMessage letter && text.equals(letter.getText())) {
                places.add(letter.getStringProperty("_AMQ_ORIG_QUEUE"));
            }
        }
        return places;
    }
}
