package org.lanerunner.identity.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.lanerunner.identity.Registered;

/** What answers where a session is handed out. */
public final class SessionAnswers {

    private SessionAnswers() {}

    /** Somebody is there now, signed in. */
    public static Response created(UriInfo uri, Registered registered) {
        return Response.created(uri.getBaseUriBuilder().path("me").build())
                .entity(registered)
                .build();
    }
}
