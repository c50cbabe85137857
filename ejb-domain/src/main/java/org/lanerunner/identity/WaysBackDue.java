package org.lanerunner.identity;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Looks for people whose wait on the way back is over. */
@Singleton
@Startup
public class WaysBackDue {

    @Inject
    private WayBack wayBack;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "ways back")
    public void look() {
        wayBack.sendDue();
    }
}
