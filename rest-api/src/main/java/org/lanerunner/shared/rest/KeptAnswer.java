package org.lanerunner.shared.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.lanerunner.shared.IdempotentAnswers.Answer;
import org.lanerunner.shared.Versioned;

/** Carries a kept answer past the resource method, whatever that method would have returned. */
class KeptAnswer extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    KeptAnswer(Answer kept) {
        super(response(kept));
    }

    /** The part of a resource method's result that is kept. */
    static Answer of(Object result) throws JsonProcessingException {
        int status = result == null ? 204 : 200;
        Object entity = result;
        StringBuilder headers = new StringBuilder();
        if (result instanceof Response response) {
            status = response.getStatus();
            entity = response.getEntity();
            if (response.getLocation() != null) {
                headers.append("Location: ").append(response.getLocation()).append('\n');
            }
        }
        if (entity instanceof Versioned versioned) {
            headers.append("ETag: \"").append(versioned.version()).append("\"\n");
        }
        return new Answer(
                status,
                headers.toString(),
                entity == null ? new byte[0] : Json.mapper().writeValueAsBytes(entity));
    }

    private static Response response(Answer kept) {
        Response.ResponseBuilder response = Response.status(kept.status()).header("Idempotency-Replayed", "true");
        kept.headers()
                .lines()
                .map(line -> line.split(": ", 2))
                .forEach(header -> response.header(header[0], header[1]));
        if (kept.body().length > 0) {
            response.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                    .entity(kept.body());
        }
        return response.build();
    }
}
