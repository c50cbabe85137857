package org.lanerunner.system.probe;

import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.lanerunner.events.Deliveries;
import org.lanerunner.events.ReceivedEvent;
import org.lanerunner.events.ReplayableConsumer;
import org.lanerunner.events.Replays;
import org.lanerunner.events.Retention;

/** A read model of its own, a list in memory: makes it known, learns it anew, and keeps what it needs of months that fall. Answers the ids of the events. */
@WebServlet("/replay/*")
public class ReplayProbe extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient ReadModel model = new ReadModel();

    /** All ids of events in the order in which they came. */
    private static final class ReadModel implements ReplayableConsumer {

        private final List<UUID> learned = Collections.synchronizedList(new ArrayList<>());
        private final List<UUID> kept = Collections.synchronizedList(new ArrayList<>());

        @Override
        public String name() {
            return "probe.read-model";
        }

        @Override
        public Set<String> hears() {
            return Set.of("load.*", "offer.*");
        }

        @Override
        public void consume(ReceivedEvent event) {
            learned.add(event.id());
        }

        @Override
        public void startAnew() {
            learned.clear();
        }

        @Override
        public void keep(List<ReceivedEvent> leaving) {
            leaving.forEach(event -> kept.add(event.id()));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            response.setContentType("text/plain");
            response.getWriter().write(answer(request.getPathInfo()));
        } catch (NamingException missing) {
            throw new ServletException(missing);
        }
    }

    private String answer(String asked) throws NamingException {
        Replays replays = business(Replays.class);
        switch (asked) {
            case "/introduce" -> replays.introduce(model);
            case "/begin" -> replays.work(model);
            case "/deliver" -> {
                return business(Deliveries.class).deliver(model, event()).name();
            }
            case "/finish" -> {
                boolean more = true;
                while (more) {
                    more = replays.work(model);
                }
                return text(model.learned);
            }
            default -> {
                Retention retention = business(Retention.class);
                boolean more = true;
                while (more) {
                    more = retention.dropOldest(List.of(model));
                }
                return text(model.kept);
            }
        }
        return "";
    }

    private static <T> T business(Class<T> type) throws NamingException {
        return type.cast(InitialContext.doLookup("java:global/lanerunner/ejb-domain/" + type.getSimpleName()));
    }

    private static ReceivedEvent event() {
        return new ReceivedEvent(
                UUID.randomUUID(),
                "load.posted",
                1,
                UUID.randomUUID(),
                1,
                Instant.EPOCH,
                null,
                null,
                NullNode.instance);
    }

    private static String text(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }
}
