package org.lanerunner.shared.rest;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/**
 * The server has a mapper of its own for Bean Validation's exceptions, which would win over our mapper for Throwable. This one has the nearer type, so it
 * wins.
 */
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
