package org.lanerunner.system.probe;

import jakarta.annotation.Resource;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Puts an event, as if its consumer could not have taken it, and so many letters that are none among the load family's dead letters; answers the event's letter. */
@WebServlet("/dead-letters/put")
public class DeadLetterPut extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Resource(lookup = "java:jboss/jms/LaneRunner")
    private transient ConnectionFactory broker;

    @Resource(lookup = "java:jboss/jms/queue/load.events.dead-letters")
    private transient Queue deadLetters;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String event = """
                {"id":"%s","type":"lanerunner.load.posted.v1","subject":"%s","sequence":"000000000001","time":"2026-11-20T08:00:00Z","data":{}}""".formatted(request.getParameter("event"), request.getParameter("subject"));
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(deadLetters)) {
            String id = put(session, producer, event);
            for (int i = 0; i < Integer.parseInt(request.getParameter("others")); i++) {
                put(session, producer, "no event");
            }
            response.setContentType("text/plain");
            response.getWriter().write(id);
        } catch (JMSException failure) {
            throw new ServletException(failure);
        }
    }

    private static String put(Session session, MessageProducer producer, String text) throws JMSException {
        TextMessage letter = session.createTextMessage(text);
        letter.setStringProperty("_AMQ_ORIG_QUEUE", "notifications-notices-load");
        producer.send(letter);
        return letter.getJMSMessageID();
    }
}
