package org.lanerunner.shared;

import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Counts the statements that the present thread sends to the database, whether JPA or {@link Sql} sends them. A call's count is a measurement
 * ({@code lanerunner.http.statements}). By it a test makes sure that no list sends a query for each row. persistence.xml names this class as Hibernate's
 * statement inspector.
 */
public final class StatementCount implements StatementInspector {

    private static final long serialVersionUID = 1L;
    private static final ThreadLocal<int[]> SENT = ThreadLocal.withInitial(() -> new int[1]);

    /** The count of this thread's whole life. The difference of two counts is what happened between. */
    public static int soFar() {
        return SENT.get()[0];
    }

    static void sent() {
        SENT.get()[0]++;
    }

    @Override
    public String inspect(String sql) {
        sent();
        return sql;
    }
}
