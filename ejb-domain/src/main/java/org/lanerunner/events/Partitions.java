package org.lanerunner.events;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Sql;

/** Makes the event log's partitions ahead of time, by a function that lends the owner's right: the server's role may not change the schema. */
@NeedsNoPermission(because = "the system does it by itself on the way of events")
@Stateless
public class Partitions {

    private static final Logger LOG = Logger.getLogger(Partitions.class);
    private static final int MONTHS_AHEAD = 3;

    @Inject
    private Sql sql;

    /** Makes those of this month and the next three. Rows in the default partition move to their own. */
    public void makeAhead() {
        int made = sql.first("SELECT events.make_partitions(?)", row -> row.getInt(1), MONTHS_AHEAD)
                .orElseThrow();
        LOG.debugf("%d partitions of the event log were made", made);
    }
}
