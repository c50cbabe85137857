package org.lanerunner.identity.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.lanerunner.identity.Registered;

/** Answers of calls that begin a session. */
public final class SessionAnswers {

    private SessionAnswers() {}

    /** The answer for a new account whose person is signed in. */
    public static Response created(UriInfo uri, Registered registered) {
        return Response.created(uri.getBaseUriBuilder().path("me").build())
                .entity(registered)
                .build();
    }
}
