package org.lanerunner.shared;

import jakarta.ejb.ApplicationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one way in which LaneRunner says no: a kind (which becomes the HTTP status), a stable slug such as {@code bookings/not-confirmed} that clients may rely
 * on, and a sentence for people. It rolls the transaction back, so that nothing is half-written.
 */
@ApplicationException(rollback = true)
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The kinds of refusals, each with its HTTP status. */
    public enum Kind {
        MALFORMED(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        NOT_ALLOWED(405),
        NOT_ACCEPTABLE(406),
        CONFLICT(409),
        PRECONDITION_FAILED(412),
        TOO_LARGE(413),
        UNSUPPORTED(415),
        INVALID(422),
        TOO_MANY(429),
        UNAVAILABLE(503),
        STORAGE_FULL(507);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** One field that is wrong: a JSON pointer (RFC 6901) into the request body and a sentence. */
    public record Violation(String pointer, String detail) {}

    private final Kind kind;
    private final String slug;
    private final transient List<Violation> violations = new ArrayList<>();
    private Limit limit;
    private Integer retryAfterSeconds;

    public Refusal(Kind kind, String slug, String detail) {
        super(detail);
        this.kind = kind;
        this.slug = slug;
    }

    /** The thing that is asked for does not exist, or the caller may not know that it does. */
    public static Refusal notFound(String feature) {
        return new Refusal(Kind.NOT_FOUND, feature + "/not-found", "There is no such item, or it is not yours to see.");
    }

    /** The request is right in itself, but not in the present state of things. */
    public static Refusal conflict(String slug, String detail) {
        return new Refusal(Kind.CONFLICT, slug, detail);
    }

    /** The field at the pointer is well-formed but wrong. */
    public static Refusal invalid(String pointer, String detail) {
        return new Refusal(Kind.INVALID, "request/invalid", detail).at(pointer, detail);
    }

    /** The id at the pointer is not of anything that the caller may name. The words are the same whether such a thing exists or not. */
    public static Refusal unknown(String pointer) {
        return invalid(pointer, "There is no such item, or it is not yours to name.");
    }

    /** Several fields are wrong; each is named. */
    public static Refusal invalid(List<Violation> violations) {
        Refusal refusal = new Refusal(Kind.INVALID, "request/invalid", "Some fields are not right.");
        refusal.violations.addAll(violations);
        return refusal;
    }

    /** It is not known who asks. */
    public static Refusal unauthenticated() {
        return new Refusal(Kind.UNAUTHENTICATED, "request/unauthenticated", "Sign in first.");
    }

    /** The caller is known but lacks the permission. */
    public static Refusal forbidden(String detail) {
        return new Refusal(Kind.FORBIDDEN, "request/forbidden", detail);
    }

    /** Adds a field to the list of what is wrong. */
    public Refusal at(String pointer, String detail) {
        violations.add(new Violation(pointer, detail));
        return this;
    }

    /** Says which limit was reached; it is counted when the refusal is answered. */
    public Refusal beyond(Limit reached) {
        limit = reached;
        return this;
    }

    /** Says after how many seconds it may help to ask again. */
    public Refusal retryAfter(int seconds) {
        retryAfterSeconds = seconds;
        return this;
    }

    public Optional<Limit> limit() {
        return Optional.ofNullable(limit);
    }

    /** After how many seconds it may help to ask again. For TOO_MANY and UNAVAILABLE that is one second unless said otherwise. */
    public Optional<Integer> retryAfterSeconds() {
        boolean passing = kind == Kind.TOO_MANY || kind == Kind.UNAVAILABLE;
        return Optional.ofNullable(retryAfterSeconds == null && passing ? Integer.valueOf(1) : retryAfterSeconds);
    }

    public Kind kind() {
        return kind;
    }

    public String slug() {
        return slug;
    }

    public List<Violation> violations() {
        return violations == null ? List.of() : List.copyOf(violations);
    }
}
