package org.lanerunner.system.probe;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.lanerunner.events.messaging.EventTimers;
import org.lanerunner.notifications.messaging.NoticeTimers;
import org.lanerunner.tracking.OldPositions;

/** Lets the timers of the night ring now. */
@WebServlet("/night")
public class NightProbe extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        try {
            InitialContext.<EventTimers>doLookup("java:global/lanerunner/messaging/EventTimers")
                    .dropMonths();
            InitialContext.<OldPositions>doLookup("java:global/lanerunner/ejb-domain/OldPositions")
                    .forgetSome();
            InitialContext.<NoticeTimers>doLookup("java:global/lanerunner/messaging/NoticeTimers")
                    .forget();
        } catch (NamingException missing) {
            throw new ServletException(missing);
        }
    }
}
