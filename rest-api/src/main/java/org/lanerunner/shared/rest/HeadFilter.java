package org.lanerunner.shared.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import org.lanerunner.shared.Refusal;

/**
 * Runs before the call's resource is chosen. It refuses a NUL in path or query, which no id and no text can hold. It also treats a request without a body as
 * JSON, so that a call that needs no body needs no media type either.
 */
@Provider
@PreMatching
public class HeadFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        refuseUnfitAddress(request);
        String announced = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (request.getMediaType() == null && (announced == null || announced.equals("0"))) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }

    private static void refuseUnfitAddress(ContainerRequestContext request) {
        if (JsonBody.unfit(request.getUriInfo().getPath())) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "request/not-found", "There is nothing at this address.");
        }
        boolean unfit = request.getUriInfo().getQueryParameters().entrySet().stream()
                .anyMatch(parameter -> JsonBody.unfit(parameter.getKey())
                        || parameter.getValue().stream().anyMatch(JsonBody::unfit));
        if (unfit) {
            throw new Refusal(Refusal.Kind.INVALID, "request/invalid", "The query holds characters that are not text.");
        }
    }
}
