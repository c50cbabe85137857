package org.lanerunner.gate;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.SuspendsTransaction;

/** Rings for {@link Rates}: every second the nodes tell each other, by the database, what was used. */
@NeedsNoPermission(because = "the system does it by itself")
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@SuspendsTransaction(because = "only the timer calls it")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RateExchange {

    @Inject
    private Rates rates;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "rates, told to the other nodes")
    public void exchange() {
        rates.exchange();
    }

    @Schedule(hour = "*", minute = "*", second = "30", persistent = false, info = "rates of a while ago")
    public void forgetOld() {
        rates.forgetOld();
    }
}
