package org.lanerunner.notifications.messaging;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.lanerunner.notifications.NoticeRetention;
import org.lanerunner.shared.SuspendsTransaction;

/** Deletes old notices at night. It runs on every node, which is safe. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@SuspendsTransaction(because = "only timers call it")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeTimers {

    @Inject
    private NoticeRetention notices;

    @Schedule(hour = "3", minute = "55", persistent = false, info = "notices of long ago")
    public void forget() {
        notices.forgetOld();
    }
}
