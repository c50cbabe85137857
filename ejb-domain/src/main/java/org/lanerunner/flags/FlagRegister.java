package org.lanerunner.flags;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.lanerunner.shared.SqlFailure;
import org.lanerunner.shared.SuspendsTransaction;

/**
 * The flags' rules in memory on every node, so that no request reads them. A change is known at once on the node where it is made, and within two seconds on
 * the others, which look that often.
 */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@SuspendsTransaction(because = "what is asked is known in memory; only the start and the timer use the database")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FlagRegister {

    private static final Logger LOG = Logger.getLogger(FlagRegister.class);

    private FlagTable table;

    private volatile Map<String, FlagRule> present = Map.of();
    private volatile int revision;

    public FlagRegister() {}

    @Inject
    FlagRegister(FlagTable table) {
        this.table = table;
    }

    @PostConstruct
    void start() {
        table.declare();
        note(table.read());
    }

    /** Empty for a flag that no known row is about yet. */
    public Optional<FlagRule> rule(Flag flag) {
        return Optional.ofNullable(present.get(flag.name()));
    }

    /** A number that changes each time this node learns of a change. */
    public int revision() {
        return revision;
    }

    public void changedHere(@Observes(during = TransactionPhase.AFTER_SUCCESS) FlagRule rule) {
        note(List.of(rule));
    }

    /** If the database does not answer, what is known stays as it is. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "feature flags")
    public void lookAgain() {
        try {
            note(table.read());
        } catch (SqlFailure unreachable) {
            LOG.warnf("feature flags could not be read: %s", unreachable.getMessage());
        }
    }

    /** A rule that was read before a newer change was heard of does not take that one's place. */
    private synchronized void note(List<FlagRule> read) {
        Map<String, FlagRule> next = new HashMap<>(present);
        read.forEach(rule ->
                next.merge(rule.key(), rule, (known, found) -> found.version() < known.version() ? known : found));
        if (!next.equals(present)) {
            present = Map.copyOf(next);
            revision++;
        }
    }
}
