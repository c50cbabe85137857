package org.lanerunner.shared.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import org.lanerunner.shared.Refusal;

/**
 * An error in the form of RFC 9457. {@code type} is a stable slug relative to the API, such as {@code bookings/not-confirmed}; the server's log has the same
 * {@code correlationId}; {@code errors} points into the request body.
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
