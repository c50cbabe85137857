package org.lanerunner.shared;

import org.jboss.logging.MDC;

/**
 * The correlation id of the request for which this thread works, and the call that it made. Both stand in the log, the events and the audit rows. The request's
 * origin stands in the audit alone.
 */
public final class Correlation {

    private static final String KEY = "correlationId";
    private static final ThreadLocal<String> CALL = new ThreadLocal<>();
    private static final ThreadLocal<Origin> ORIGIN = new ThreadLocal<>();
    private static final ThreadLocal<Tried> TRIED = new ThreadLocal<>();

    private Correlation() {}

    public static void set(String id, String call) {
        MDC.put(KEY, id);
        CALL.set(call);
    }

    /** Notes the origin of the present request. */
    public static void from(Origin origin) {
        ORIGIN.set(origin);
    }

    /** The origin of the present request; null where no request stands behind what happens. */
    public static Origin origin() {
        return ORIGIN.get();
    }

    /** Notes the account into which the present request tries to get. */
    public static void tries(Tried tried) {
        TRIED.set(tried);
    }

    /** The account into which the present request tries to get; null where it tries none. */
    public static Tried tried() {
        return TRIED.get();
    }

    public static void clear() {
        MDC.remove(KEY);
        CALL.remove();
        ORIGIN.remove();
        TRIED.remove();
    }

    /** The id of the present request, or a new one where there is no request, as in a timer. */
    public static String id() {
        Object id = MDC.get(KEY);
        if (id == null) {
            id = Uuid7.next().toString();
            MDC.put(KEY, id);
        }
        return id.toString();
    }

    /** The call, such as {@code POST /api/offers/{id}/accept}; "system" where no request stands behind it. */
    public static String call() {
        String call = CALL.get();
        return call == null ? "system" : call;
    }
}
