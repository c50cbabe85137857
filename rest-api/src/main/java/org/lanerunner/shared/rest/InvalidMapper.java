package org.lanerunner.shared.rest;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/** Bean Validation's exceptions have a mapper of the server's own, which would win over the one for Throwable: this one is nearer. */
@Provider
public class InvalidMapper implements ExceptionMapper<ValidationException> {

    @Context
    private Providers providers;

    @Override
    public Response toResponse(ValidationException invalid) {
        Throwable failure =
                invalid instanceof ConstraintViolationException ? invalid : new IllegalStateException(invalid);
        return providers.getExceptionMapper(Throwable.class).toResponse(failure);
    }
}
