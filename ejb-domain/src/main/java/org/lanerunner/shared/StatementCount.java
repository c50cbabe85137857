package org.lanerunner.shared;

import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Counts the statements that the present thread sends to the database, whether JPA or {@link Sql} sends them. A call's count is a measurement
 * ({@code lanerunner.http.statements}), by which a test holds that no list asks once a row. Named as Hibernate's statement inspector in persistence.xml.
 */
public final class StatementCount implements StatementInspector {

    private static final long serialVersionUID = 1L;
    private static final ThreadLocal<int[]> SENT = ThreadLocal.withInitial(() -> new int[1]);

    /** Of this thread since it lives; the difference of two is what happened between. */
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
