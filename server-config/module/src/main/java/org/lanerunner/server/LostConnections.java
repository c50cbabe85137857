package org.lanerunner.server;

import java.io.Serializable;
import java.sql.SQLException;
import java.util.Set;
import org.jboss.jca.adapters.jdbc.spi.ExceptionSorter;

/**
 * Tells the connection pool which failures mean that the connection is gone, so that it is not handed out again. The server's own class for PostgreSQL knows
 * only 08006. With it, a session that the database has ended would stay in the pool and fail for everybody who gets it, until a validation finds it.
 */
public class LostConnections implements ExceptionSorter, Serializable {

    private static final long serialVersionUID = 1L;
    private static final String CONNECTION_EXCEPTION = "08";

    /**
     * The database was shut down, has crashed, is not ready yet or was dropped; or the session was idle for too long, within a transaction or outside of one.
     */
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04");

    @Override
    public boolean isExceptionFatal(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith(CONNECTION_EXCEPTION) || ENDED.contains(state));
    }
}
