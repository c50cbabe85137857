package org.lanerunner.system.probe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.lanerunner.events.AuditTrail;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Erasure;
import org.lanerunner.events.Events;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Principal;

/** Asks services that no call over HTTP asks yet: reads the audit of a row, erases a subject, publishes in transactions of its own. */
@WebServlet("/audit/*")
public class AuditProbe extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int ROUNDS = 40;
    private static final Caller ADMIN = new Caller(
            new Principal.Person(UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH, false),
            UUID.randomUUID(),
            Grants.of(Set.of("platform.admin"), Set.of()));

    @Resource
    private transient UserTransaction transaction;

    @Resource
    private transient ManagedExecutorService executor;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            String answer =
                    switch (request.getPathInfo()) {
                        case "/trail" -> trail(UUID.fromString(request.getParameter("row")));
                        case "/erase" -> erase(UUID.fromString(request.getParameter("subject")));
                        default -> String.valueOf(bothWays());
                    };
            response.setContentType("application/json");
            response.getWriter().write(answer);
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    private static String trail(UUID row) throws NamingException {
        Instant now = Instant.now();
        ArrayNode all = new ObjectMapper().createArrayNode();
        for (AuditTrail.Changed changed :
                ejb(AuditTrail.class).of(ADMIN, row, now.minus(1, ChronoUnit.HOURS), now.plus(1, ChronoUnit.HOURS))) {
            all.addObject()
                    .put("action", changed.action())
                    .put("attribute", changed.attribute())
                    .<com.fasterxml.jackson.databind.node.ObjectNode>set("before", changed.before())
                    .set("after", changed.after());
        }
        return all.toString();
    }

    private static String erase(UUID subject) throws NamingException {
        ejb(Erasure.class).erase(ADMIN, subject);
        return "true";
    }

    /** Two threads tell of the same two aggregates, each in the other's order, in transactions that publish twice. @return how many did not commit */
    private int bothWays() throws Exception {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        CountDownLatch begun = new CountDownLatch(2);
        Future<Integer> there = executor.submit(() -> rounds(begun, one, other));
        Future<Integer> back = executor.submit(() -> rounds(begun, other, one));
        return there.get() + back.get();
    }

    private int rounds(CountDownLatch begun, UUID first, UUID second) throws Exception {
        Events events = ejb(Events.class);
        begun.countDown();
        begun.await();
        int failed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            transaction.begin();
            try {
                events.publish(ADMIN, expired(first));
                Thread.yield();
                events.publish(ADMIN, expired(second));
                transaction.commit();
            } catch (Exception refused) {
                failed++;
                if (transaction.getStatus() != jakarta.transaction.Status.STATUS_NO_TRANSACTION) {
                    transaction.rollback();
                }
            }
        }
        return failed;
    }

    private static DomainEvent expired(UUID load) {
        return DomainEvent.of("load.expired", load).with("loadId", load);
    }

    private static <T> T ejb(Class<T> type) throws NamingException {
        return InitialContext.doLookup("java:global/lanerunner/ejb-domain/" + type.getSimpleName());
    }
}
