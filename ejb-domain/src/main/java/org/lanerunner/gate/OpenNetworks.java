package org.lanerunner.gate;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Network;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.SqlFailure;
import org.lanerunner.shared.SuspendsTransaction;

/**
 * The installation's rules of networks, known in memory, so that no request asks the database. A change is known at once on the node where it is made, within
 * two seconds on the others.
 */
@NeedsNoPermission(because = "it is asked before anybody is a caller, and shows nothing")
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@SuspendsTransaction(
        because = "what requests ask is known in memory; only the start, a change and the timer read the database")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OpenNetworks {

    private static final Logger LOG = Logger.getLogger(OpenNetworks.class);

    private volatile ShutOut shutOut = ShutOut.NOBODY;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @PostConstruct
    void start() {
        shutOut = read();
    }

    /** True if the rules let callers in from this address. */
    public boolean letIn(String address) {
        return !shutOut.holds(address, clock.instant());
    }

    public void changedHere(@Observes(during = TransactionPhase.AFTER_SUCCESS) NetworkRules.Changed change) {
        lookAgain();
    }

    /**
     * Reads the rules anew, one reading after another, so that nothing older follows what is newer. If the database does not answer, what is known stays as it
     * is. There are few rules, so all of them are read.
     */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "rules of networks")
    public synchronized void lookAgain() {
        try {
            shutOut = read();
        } catch (SqlFailure unreachable) {
            LOG.warnf("rules of networks could not be read: %s", unreachable.getMessage());
        }
    }

    private ShutOut read() {
        return new ShutOut(sql.query(
                "SELECT network, effect, until FROM gate.network_rule WHERE until IS NULL OR until > now()",
                row -> new ShutOut.Rule(
                        Network.of(row.getString("network")).orElseThrow(),
                        NetworkEffect.valueOf(row.getString("effect")),
                        Sql.instant(row, "until"))));
    }
}
