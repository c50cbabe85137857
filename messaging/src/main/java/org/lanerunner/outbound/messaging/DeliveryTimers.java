package org.lanerunner.outbound.messaging;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.lanerunner.outbound.KeptMails;
import org.lanerunner.outbound.OutboundDeliveries;
import org.lanerunner.shared.SuspendsTransaction;

/**
 * Wakes the workers for messages that a crash or a silent provider left, and deletes old messages. It runs on every node; each task is safe on many nodes at
 * once.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@SuspendsTransaction(because = "only timers call it")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryTimers {

    @Inject
    private DeliveryWorkers workers;

    @Inject
    private OutboundDeliveries deliveries;

    @Inject
    private KeptMails kept;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "messages to people")
    public void look() {
        workers.wake();
    }

    @Schedule(hour = "3", minute = "50", persistent = false, info = "messages that were sent long ago")
    public void forget() {
        deliveries.forgetOld();
        kept.forgetOld();
    }
}
