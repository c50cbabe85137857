package org.lanerunner.bookings.messaging;

import io.micrometer.core.instrument.MeterRegistry;
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
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lanerunner.bookings.Bookings;
import org.lanerunner.bookings.DueAttempts;
import org.lanerunner.bookings.DueWork;
import org.lanerunner.deals.Deals;
import org.lanerunner.events.EventSettings;
import org.lanerunner.loads.Loads;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.SuspendsTransaction;

/**
 * Lets open loads and offers expire, releases escrows whose time is over, and does the work of later features when it falls due. The database says what is
 * due, so a restart loses nothing. Each item has a transaction of its own, which checks again whether the item is still due: several nodes may work at once,
 * and one bad item stops no other. Each kind has its turn whenever the timer rings, and each turn has an end.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@SuspendsTransaction(because = "only its timer calls it")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DueTimer {

    @Inject
    private Loads loads;

    @Inject
    private Deals deals;

    @Inject
    private Bookings bookings;

    /** The kinds of work that later features add. */
    @Inject
    private Instance<DueWork> more;

    @Inject
    private DueAttempts attempts;

    @Inject
    private MeterRegistry meters;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Resource
    private TimerService timers;

    private List<DueRound> rounds;

    @PostConstruct
    void begin() {
        rounds = new ArrayList<>(List.of(
                new DueRound("offer-expiry", deals::due, deals::expire, attempts, meters, clock),
                new DueRound(
                        "suspended-offers", deals::dueOfSuspended, deals::closeOfSuspended, attempts, meters, clock),
                new DueRound("load-expiry", loads::due, loads::expire, attempts, meters, clock),
                new DueRound("booking-release", bookings::releaseDue, bookings::release, attempts, meters, clock)));
        more.forEach(work -> rounds.add(new DueRound(work.kind(), work::due, work::act, attempts, meters, clock)));
        next();
    }

    @Timeout
    public void rung() {
        try {
            rounds.forEach(DueRound::turn);
        } finally {
            next();
        }
    }

    /** Sets the timer for the next ring. Its time counts from the end of this one, so that one ring runs at a time. */
    private void next() {
        timers.createSingleActionTimer(
                Duration.ofSeconds(settings.number(EventSettings.TIMER_SECONDS)).toMillis(),
                new TimerConfig("due", false));
    }
}
