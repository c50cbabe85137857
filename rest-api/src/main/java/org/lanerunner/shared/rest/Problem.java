package org.lanerunner.shared.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import org.lanerunner.shared.Refusal;

/**
 * An error as RFC 9457 tells it. {@code type} is a stable slug relative to the API, such as {@code bookings/not-confirmed}; {@code correlationId} stands in
 * the server's log too; {@code errors} points into the request body.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        String correlationId,
        @Nullable List<Refusal.Violation> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
