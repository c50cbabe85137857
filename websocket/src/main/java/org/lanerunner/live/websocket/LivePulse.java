package org.lanerunner.live.websocket;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.lanerunner.shared.SuspendsTransaction;

/** Looks after the open channels, and sends positions and changes of the market, once a second. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@SuspendsTransaction(because = "only its timer calls it")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LivePulse {

    private static final Logger LOG = Logger.getLogger(LivePulse.class);

    @Inject
    private LiveTopics topics;

    @Inject
    private LiveChannels channels;

    @Inject
    private LivePositions positions;

    @Inject
    private LiveMarket market;

    private long second;

    @PostConstruct
    void begin() {
        topics.tick();
    }

    /** A broker that is away may take its time to say so, and nothing else waits for that. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "live topics")
    public void hear() {
        topics.tick();
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "live channels")
    public void beat() {
        second++;
        try {
            channels.look(second);
            market.push();
            positions.push();
        } catch (RuntimeException failure) {
            LOG.warn("channels are looked after again in a second", failure);
        }
    }
}
