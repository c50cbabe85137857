package org.lanerunner.server;

import java.io.Serializable;
import java.sql.SQLException;
import java.util.Set;
import org.jboss.jca.adapters.jdbc.spi.ExceptionSorter;

/**
 * Tells the pool which failures mean that the connection is gone, so that it is not handed out again. The server's own class for PostgreSQL knows only 08006; a
 * session that the database has ended would stay in the pool and fail everybody who is given it, until somebody validates it.
 */
public class LostConnections implements ExceptionSorter, Serializable {

    private static final long serialVersionUID = 1L;
    private static final String CONNECTION_EXCEPTION = "08";

    /** Shut down by the administrator, crashed, not there yet, database dropped, idle for too long in and out of a transaction. */
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04");

    @Override
    public boolean isExceptionFatal(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith(CONNECTION_EXCEPTION) || ENDED.contains(state));
    }
}
