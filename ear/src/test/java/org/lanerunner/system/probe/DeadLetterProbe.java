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
import java.util.UUID;

/** Sends the load family's consumers something that is no event, and tells from whose place it came to lie among the dead letters. */
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
            response.getWriter().write(found(consumer, text));
        } catch (JMSException failure) {
            throw new ServletException(failure);
        }
    }

    private static String found(MessageConsumer consumer, String text) throws JMSException {
        Message message;
        while ((message = consumer.receive(LIMIT_MILLISECONDS)) != null) {
            if (message instanceof TextMessage letter && text.equals(letter.getText())) {
                return letter.getStringProperty("_AMQ_ORIG_QUEUE");
            }
        }
        return "lost";
    }
}
