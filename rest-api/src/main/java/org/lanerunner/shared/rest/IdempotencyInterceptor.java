package org.lanerunner.shared.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.IdempotentAnswers;
import org.lanerunner.shared.Versioned;

/**
 * Runs a keyed request in one transaction with the keeping of its answer; a repeated one gets the kept answer and touches nothing. Refused requests keep
 * nothing: they had no effect, so asking again is harmless.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class IdempotencyInterceptor {

    @Inject
    private UserTransaction transaction;

    @Inject
    private IdempotentAnswers answers;

    @Inject
    private CurrentCaller currentCaller;

    @AroundInvoke
    Object invoke(InvocationContext context) throws Exception {
        IdempotencyFilter.Request request = IdempotencyFilter.present();
        Caller caller = request == null ? null : currentCaller.orNull();
        if (caller == null || transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            return context.proceed();
        }
        var owner = caller.organisationId() == null ? caller.personId() : caller.organisationId();
        return once(new IdempotentAnswers.Key(owner, request.call(), request.key()), request.hash(), context);
    }

    private Object once(IdempotentAnswers.Key key, byte[] hash, InvocationContext context) throws Exception {
        transaction.begin();
        try {
            Optional<IdempotentAnswers.Answer> kept = answers.claim(key, hash);
            if (kept.isPresent()) {
                throw new KeptAnswer(response(kept.get()));
            }
            Object result = context.proceed();
            IdempotentAnswers.Answer answer = answer(result);
            if (answer.status() < 300) {
                answers.keep(key, hash, answer);
            }
            transaction.commit();
            return result;
        } finally {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        }
    }

    private static IdempotentAnswers.Answer answer(Object result) throws Exception {
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
        return new IdempotentAnswers.Answer(
                status,
                headers.toString(),
                entity == null ? new byte[0] : Json.mapper().writeValueAsBytes(entity));
    }

    private static Response response(IdempotentAnswers.Answer kept) {
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
