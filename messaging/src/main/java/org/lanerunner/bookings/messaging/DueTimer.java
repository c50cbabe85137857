package org.lanerunner.bookings.messaging;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jboss.logging.Logger;
import org.lanerunner.bookings.Bookings;
import org.lanerunner.deals.Deals;
import org.lanerunner.loads.Loads;
import org.lanerunner.shared.Correlation;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.SuspendsTransaction;

/**
 * Lets open loads and offers expire and releases escrows whose time is over. What is due stands in the database, so nothing is lost by a restart; each item
 * has a transaction of its own that looks again whether it is still due, so that several nodes may ring at once and one bad item stops no other.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@SuspendsTransaction(because = "only its timer calls it")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DueTimer {

    private static final Logger LOG = Logger.getLogger(DueTimer.class);
    private static final int AT_ONCE = 100;

    @Inject
    private Loads loads;

    @Inject
    private Deals deals;

    @Inject
    private Bookings bookings;

    @Inject
    private Settings settings;

    @Resource
    private TimerService timers;

    @PostConstruct
    void begin() {
        next();
    }

    @Timeout
    public void rung() {
        try {
            all("expiry of offer", deals::due, deals::expire);
            all("expiry of load", loads::due, loads::expire);
            all("release of booking", bookings::releaseDue, bookings::release);
        } finally {
            next();
        }
    }

    /** One ring at a time: the next is counted from the end of this one. */
    private void next() {
        timers.createSingleActionTimer(
                Duration.ofSeconds(settings.number(Setting.TIMER_SECONDS)).toMillis(), new TimerConfig("due", false));
    }

    private static void all(String what, IntFunction<List<UUID>> due, Consumer<UUID> act) {
        List<UUID> ids;
        try {
            ids = due.apply(AT_ONCE);
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "%s could not be looked at", what);
            return;
        }
        for (UUID id : ids) {
            try {
                act.accept(id);
            } catch (Refusal no) {
                LOG.debugf("%s %s: %s", what, id, no.getMessage());
            } catch (RuntimeException failure) {
                LOG.warnf(failure, "%s %s failed; it comes again", what, id);
            } finally {
                Correlation.clear();
            }
        }
    }
}
