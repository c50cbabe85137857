package org.lanerunner.shared.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.IdempotencyKey;
import org.lanerunner.shared.IdempotentAnswers;

/**
 * Runs a request with a key and keeps its answer in one transaction. A repeated request gets the kept answer and changes nothing. Nothing is kept for a
 * refused request: it had no effect, so repeating it does no harm.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class IdempotencyInterceptor {

    @Inject
    private AnswerTransaction transaction;

    @Inject
    private IdempotentAnswers answers;

    @Inject
    private CurrentCaller currentCaller;

    @AroundInvoke
    Object invoke(InvocationContext context) throws Exception {
        IdempotencyFilter.Request request = IdempotencyFilter.present();
        Optional<Caller> caller = request == null ? Optional.empty() : currentCaller.present();
        if (caller.isEmpty() || transaction.isRunning()) {
            return context.proceed();
        }
        IdempotencyKey key = IdempotencyKey.of(caller.get(), request.call(), request.key());
        byte[] hash = request.hash(request.bodyHash());
        return transaction.call(() -> once(key, hash, context));
    }

    private Object once(IdempotencyKey key, byte[] hash, InvocationContext context) throws Exception {
        Optional<IdempotentAnswers.Answer> kept = answers.claim(key, hash);
        if (kept.isPresent()) {
            throw new KeptAnswer(kept.get());
        }
        Object result = context.proceed();
        IdempotentAnswers.Answer answer = KeptAnswer.of(result);
        if (answer.status() < 300) {
            answers.keep(key, hash, answer);
        }
        return result;
    }
}
