package org.lanerunner.shared.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** Carries a kept answer past the resource method, whatever that would have returned. */
class KeptAnswer extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    KeptAnswer(Response response) {
        super(response);
    }
}
