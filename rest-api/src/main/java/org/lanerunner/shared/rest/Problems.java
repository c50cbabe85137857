package org.lanerunner.shared.rest;

import jakarta.ejb.EJBAccessException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.resource.ResourceException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.StaleStateException;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Storage;

/**
 * Decides how a failure is told to the client. It looks through the wrappings that EJB, JTA and Hibernate put around a cause. A failure that it does not know
 * is a defect: it becomes a 500, the mapper logs it, and the client is told nothing but the correlation id.
 */
final class Problems {

    /** Status, slug, detail and fields: everything of a problem except what the request knows. Also when to ask again and which limit was reached, or null. */
    record Verdict(
            int status,
            String slug,
            String detail,
            List<Refusal.Violation> violations,
            Integer retryAfterSeconds,
            Limit limit) {

        Verdict(int status, String slug, String detail, List<Refusal.Violation> violations) {
            this(status, slug, detail, violations, status == 429 || status == 503 ? 1 : null, null);
        }

        static Verdict of(Refusal refusal) {
            return new Verdict(
                    refusal.kind().status(),
                    refusal.slug(),
                    refusal.getMessage(),
                    refusal.violations(),
                    refusal.retryAfterSeconds().orElse(null),
                    refusal.limit().orElse(null));
        }
    }

    static final Verdict DEFECT = new Verdict(
            500,
            "server/defect",
            "Something went wrong on our side; the correlation id leads to it in the log.",
            List.of());
    static final Verdict UNAUTHENTICATED = new Verdict(
            401,
            "request/unauthenticated",
            "Sign in first: no access token, or one that is not valid any more.",
            List.of());
    static final Verdict FORBIDDEN = new Verdict(
            403, "request/forbidden", "The roles you hold in this organisation do not allow this.", List.of());
    static final Verdict STALE = new Verdict(
            412, "request/stale", "It was changed since you read it. Read it again and decide anew.", List.of());
    static final Verdict CHANGED_MEANWHILE = new Verdict(
            409,
            "request/changed-meanwhile",
            "Somebody else changed this at the same moment. Read it again and try again.",
            List.of());
    private static final Verdict DOCUMENTS_FULL = Verdict.of(Storage.full(Storage.Place.DOCUMENTS));
    private static final Verdict BUSY = busy(null);
    private static final Verdict NO_CONNECTION = busy(Limit.CONNECTION_WAIT);
    private static final Verdict STATEMENT_TOO_LONG = busy(Limit.STATEMENT);

    /** Refusals by PostgreSQL, by SQLSTATE. */
    private static final Map<String, Verdict> BY_SQL_STATE = Map.ofEntries(
            Map.entry(
                    "23P01",
                    new Verdict(
                            409,
                            "request/overlap",
                            "It overlaps in time with something that is already there.",
                            List.of())),
            Map.entry("23514", new Verdict(409, "request/limit", "There is not enough left for this.", List.of())),
            Map.entry("23505", new Verdict(409, "request/duplicate", "There is such an item already.", List.of())),
            Map.entry(
                    "23503",
                    new Verdict(
                            409,
                            "request/reference",
                            "Something this refers to is not there, or something else refers to it.",
                            List.of())),
            Map.entry("40001", CHANGED_MEANWHILE),
            Map.entry("40P01", CHANGED_MEANWHILE),
            Map.entry("55P03", CHANGED_MEANWHILE),
            Map.entry(
                    "22021",
                    new Verdict(422, "request/invalid", "A text holds characters that are not text.", List.of())),
            Map.entry("22003", new Verdict(422, "request/invalid", "A number is too large.", List.of())),
            Map.entry("22008", new Verdict(422, "request/invalid", "A time is out of range.", List.of())),
            Map.entry("53100", Verdict.of(Storage.full(Storage.Place.DATABASE))),
            Map.entry("57014", STATEMENT_TOO_LONG),
            // the database starts, stops, or has ended the session
            Map.entry("57P01", BUSY),
            Map.entry("57P02", BUSY),
            Map.entry("57P03", BUSY),
            Map.entry("25P03", BUSY));

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Malformed request"),
            Map.entry(401, "Not signed in"),
            Map.entry(403, "Not allowed to you"),
            Map.entry(404, "Not found"),
            Map.entry(405, "No such method here"),
            Map.entry(406, "No such representation"),
            Map.entry(409, "Conflict with the present state"),
            Map.entry(412, "Changed since you read it"),
            Map.entry(413, "Too large"),
            Map.entry(415, "Media type not taken here"),
            Map.entry(422, "Not right"),
            Map.entry(429, "Too many requests"),
            Map.entry(500, "Defect"),
            Map.entry(503, "Not available now"),
            Map.entry(507, "No room left"));

    private Problems() {}

    private static Verdict busy(Limit reached) {
        return new Verdict(503, "server/busy", "The server is busy; try again in a moment.", List.of(), 1, reached);
    }

    static String title(int status) {
        return TITLES.getOrDefault(status, status < 500 ? "Refused" : "Failed");
    }

    /** @param signedIn whether the request has a principal; a stranger who is refused is asked to sign in */
    static Verdict verdict(Throwable failure, boolean signedIn) {
        for (Throwable cause : Causes.of(failure)) {
            Verdict verdict = known(cause, signedIn);
            if (verdict != null) {
                return verdict;
            }
        }
        return DEFECT;
    }

    /** Whether the failure was thrown on purpose. */
    static boolean isRefusal(Throwable failure) {
        return Causes.of(failure).stream().anyMatch(Refusal.class::isInstance);
    }

    private static Verdict known(Throwable cause, boolean signedIn) {
        if (cause instanceof Refusal refusal) {
            return Verdict.of(refusal);
        }
        if (cause instanceof ConstraintViolationException invalid) {
            return new Verdict(422, "request/invalid", "Some fields are not right.", violations(invalid));
        }
        if (cause instanceof EJBAccessException) {
            return signedIn ? FORBIDDEN : UNAUTHENTICATED;
        }
        if (cause instanceof OptimisticLockException
                || cause instanceof StaleStateException
                || cause instanceof PessimisticLockException
                || cause instanceof LockTimeoutException) {
            return CHANGED_MEANWHILE;
        }
        if (cause instanceof ResourceException) {
            return NO_CONNECTION;
        }
        if (cause instanceof SQLException sql) {
            return refused(sql);
        }
        if (cause instanceof NotFoundException unread
                && unread.getMessage() != null
                && unread.getMessage().contains("QueryParam(\"")) {
            return unreadable(unread.getMessage());
        }
        if (cause instanceof WebApplicationException web) {
            return isKnown(web.getCause(), signedIn)
                    ? null
                    : ofStatus(web.getResponse().getStatus(), signedIn);
        }
        if (cause instanceof IOException full && isEndOfDisk(full)) {
            return DOCUMENTS_FULL;
        }
        if (cause instanceof IOException && cause.getClass().getSimpleName().equals("RequestTooBigException")) {
            return ofStatus(413, signedIn);
        }
        return null;
    }

    /** A refusal of the connection pool itself, which has no connection or has lost one, has no SQLSTATE; only its text holds the pool's number. */
    private static Verdict refused(SQLException sql) {
        if (sql.getSQLState() == null) {
            return sql.getMessage() != null && sql.getMessage().startsWith("IJ") ? BUSY : null;
        }
        Verdict known = BY_SQL_STATE.get(sql.getSQLState());
        boolean unavailable =
                sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("53");
        return known == null && unavailable ? BUSY : known;
    }

    /** Java tells this only in the operating system's words. Documents are the only files that requests write. */
    private static boolean isEndOfDisk(IOException failure) {
        String words = String.valueOf(failure.getMessage());
        return words.contains("No space left on device") || words.contains("quota exceeded");
    }

    /** The JAX-RS runtime calls every failure during the reading of a body a bad request; the real failure may be several wrappings below. */
    static boolean isKnown(Throwable failure, boolean signedIn) {
        return failure != null && Causes.of(failure).stream().anyMatch(cause -> known(cause, signedIn) != null);
    }

    /** A query parameter that can't be read: a broken id finds nothing, anything else is invalid. The runtime names the parameter only in its text. */
    private static Verdict unreadable(String message) {
        if (message.contains("UUID")) {
            return ofStatus(404, true);
        }
        String name = message.replaceAll("(?s).*QueryParam\\(\"([^\"]*)\"\\).*", "$1");
        return new Verdict(422, "request/invalid", "The query parameter " + name + " can't be read.", List.of());
    }

    /** The answer where only a status is known: from the JAX-RS runtime, or from the container for a request that never reached it. */
    static Verdict ofStatus(int status, boolean signedIn) {
        return switch (status) {
            case 400 -> new Verdict(400, "request/malformed", "The request can't be read.", List.of());
            case 401 -> UNAUTHENTICATED;
            case 403 -> signedIn ? FORBIDDEN : UNAUTHENTICATED;
            case 404 -> new Verdict(404, "request/not-found", "There is nothing at this address.", List.of());
            case 405 -> new Verdict(405, "request/method", "This address does not take that method.", List.of());
            case 406 -> new Verdict(406, "request/not-acceptable", "The answer is only to be had as JSON.", List.of());
            case 413 -> new Verdict(413, "request/too-large", "The body is larger than this address takes.", List.of());
            case 415 ->
                new Verdict(415, "request/media-type", "This address does not take that media type.", List.of());
            case 503 -> BUSY;
            default -> status < 500 ? new Verdict(status, "request/refused", title(status) + ".", List.of()) : DEFECT;
        };
    }

    private static List<Refusal.Violation> violations(ConstraintViolationException invalid) {
        List<Refusal.Violation> violations = new ArrayList<>();
        for (ConstraintViolation<?> violation : invalid.getConstraintViolations()) {
            violations.add(new Refusal.Violation(pointer(violation.getPropertyPath()), violation.getMessage()));
        }
        violations.sort(java.util.Comparator.comparing(Refusal.Violation::pointer));
        return violations;
    }

    /** {@code create.load.stops[2].window} becomes {@code /stops/2/window}: the client knows neither our method nor its parameter. */
    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.isInIterable() && node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.isInIterable() && node.getKey() != null) {
                pointer.append('/').append(escaped(node.getKey().toString()));
            }
            boolean ours = node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.PARAMETER;
            boolean named = node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.BEAN;
            if (!ours && named && node.getName() != null) {
                pointer.append('/').append(escaped(node.getName()));
            }
        }
        return pointer.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
