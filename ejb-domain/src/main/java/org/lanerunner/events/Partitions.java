package org.lanerunner.events;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Sql;

/** Has the event log's partitions made ahead of time, by a function that lends the owner's right: the server's role has no DDL. */
@NeedsNoPermission(because = "the system does it by itself on the way of events")
@Stateless
public class Partitions {

    private static final Logger LOG = Logger.getLogger(Partitions.class);
    private static final int MONTHS_AHEAD = 3;

    @Inject
    private Sql sql;

    /** This month's and the next three; what lies in the default partition moves to its own. */
    public void makeAhead() {
        int made = sql.first("SELECT events.make_partitions(?)", row -> row.getInt(1), MONTHS_AHEAD)
                .orElseThrow();
        LOG.debugf("%d partitions of the event log were made", made);
    }
}
