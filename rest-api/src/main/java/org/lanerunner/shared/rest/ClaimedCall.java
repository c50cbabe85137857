package org.lanerunner.shared.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;
import org.lanerunner.shared.IdempotencyClaims;
import org.lanerunner.shared.IdempotencyKey;
import org.lanerunner.shared.IdempotentAnswers;

/** The present request to a {@link ClaimedFirst} method, between the claim of its key and its answer. */
@RequestScoped
public class ClaimedCall {

    private static final Logger LOG = Logger.getLogger(ClaimedCall.class);

    @Inject
    private IdempotencyClaims claims;

    @Inject
    private IdempotentAnswers answers;

    @Inject
    private AnswerTransaction transaction;

    private IdempotencyFilter.Request request;
    private IdempotencyClaims.Taken taken;
    private boolean answered;

    void take(IdempotencyKey key, IdempotencyFilter.Request keyed) {
        request = keyed;
        taken = claims.take(key);
    }

    /**
     * Makes the change and keeps its answer in one transaction; without a key it only makes the change. A repeated request changes nothing: it gets the kept
     * answer, or is refused when its body is another one.
     *
     * @param bodyHash hash of everything that was read of the body
     * @param change calls a service and returns the answer
     */
    public Response answer(byte[] bodyHash, Callable<Response> change) throws Exception {
        if (taken == null) {
            return change.call();
        }
        byte[] requestHash = request.hash(bodyHash);
        if (taken.kept().isPresent()) {
            throw new KeptAnswer(taken.kept().get().to(requestHash));
        }
        Response response = transaction.call(() -> {
            Response made = change.call();
            answers.keep(taken.claim(), requestHash, KeptAnswer.of(made));
            return made;
        });
        answered = true;
        return response;
    }

    /** A method that has changed something outside of {@link #answer} would change it again when the request is repeated. */
    void requireAnswered() {
        if (!answered) {
            throw new IllegalStateException(request.call() + " came to an end without keeping its answer");
        }
    }

    void release() {
        if (answered) {
            return;
        }
        try {
            claims.release(taken.claim());
        } catch (RuntimeException failure) {
            LOG.warn("a claimed idempotency key could not be given back; it runs out by itself", failure);
        }
    }
}
