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

/** Puts an event, as if its consumer could not have taken it, and something that is none among the load family's dead letters. */
@WebServlet("/dead-letters/put")
public class DeadLetterPut extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Resource(lookup = "java:jboss/jms/LaneRunner")
    private transient ConnectionFactory broker;

    @Resource(lookup = "java:jboss/jms/queue/load.events.dead-letters")
    private transient Queue deadLetters;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        String event = """
                {"id":"%s","type":"lanerunner.load.posted.v1","subject":"%s","sequence":"000000000001","time":"2026-11-20T08:00:00Z","data":{}}""".formatted(request.getParameter("event"), request.getParameter("subject"));
        try (Connection connection = broker.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(deadLetters)) {
            for (String text : new String[] {event, "no event"}) {
                TextMessage letter = session.createTextMessage(text);
                letter.setStringProperty("_AMQ_ORIG_QUEUE", "analytics-event-counts-load");
                producer.send(letter);
            }
        } catch (JMSException failure) {
            throw new ServletException(failure);
        }
    }
}
