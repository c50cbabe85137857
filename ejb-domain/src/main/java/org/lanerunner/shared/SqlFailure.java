package org.lanerunner.shared;

import java.sql.SQLException;

/** A statement that the database refused. */
public final class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** The SQL state: five characters, such as 23514 for a broken check. */
    public String state() {
        return ((SQLException) getCause()).getSQLState();
    }

    /** True if this constraint was broken. PostgreSQL names it in the message, whatever language that is in. */
    public boolean broke(String constraint) {
        return state() != null && state().startsWith("23") && getMessage().contains('"' + constraint + '"');
    }
}
