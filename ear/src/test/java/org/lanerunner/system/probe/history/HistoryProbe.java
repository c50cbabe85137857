package org.lanerunner.system.probe.history;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * Does a history inside the server. The body's lines: "company" with {@link Company}'s line, "place" with an id, "step" with a {@link Step}; where two go on at once after these,
 * "first" and "second" with theirs. Answers with how often each act
 * was done and refused, or with 409 and what is wrong.
 */
@WebServlet("/history")
public class HistoryProbe extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Resource(lookup = "java:jboss/datasources/LaneRunner")
    private transient DataSource database;

    @Resource
    private transient ManagedExecutorService executor;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        List<String> lines = request.getReader().lines().collect(Collectors.toList());
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        try {
            History history = play(lines);
            history.outcomes().forEach((act, count) -> println(response, act + " " + count[0] + " " + count[1]));
        } catch (Broken broken) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            StringWriter trace = new StringWriter();
            broken.printStackTrace(new PrintWriter(trace));
            println(response, trace.toString());
        } catch (NamingException | InterruptedException failure) {
            throw new ServletException(failure);
        }
    }

    private History play(List<String> lines) throws NamingException, InterruptedException {
        List<Company> companies =
                of("company ", lines).stream().map(Company::new).toList();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        World world = new World(companies, of("place ", lines), now);
        Tables tables = new Tables(database, companies.stream().map(Company::id).toList(), now);
        History history = new History(Services.lookedUp(), tables, world);
        List<Step> steps = Step.parse(of("step ", lines));
        List<List<Step>> actors = Stream.of("first ", "second ")
                .map(actor -> Step.parse(of(actor, lines)))
                .filter(actor -> !actor.isEmpty())
                .toList();
        if (actors.isEmpty()) {
            history.run(steps);
        } else {
            history.begin(steps);
            new Race(history, tables, world).run(actors, executor);
        }
        return history;
    }

    private static List<String> of(String word, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()))
                .toList();
    }

    private static void println(HttpServletResponse response, String line) {
        try {
            response.getWriter().println(line);
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }
}
