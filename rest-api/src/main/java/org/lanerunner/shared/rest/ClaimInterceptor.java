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

/** Claims the key of a {@link ClaimedFirst} request before the method runs, and gives it back when the method ends without an answer. */
@ClaimedFirst
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class ClaimInterceptor {

    @Inject
    private ClaimedCall call;

    @Inject
    private CurrentCaller currentCaller;

    @AroundInvoke
    Object invoke(InvocationContext context) throws Exception {
        IdempotencyFilter.Request request = IdempotencyFilter.present();
        Optional<Caller> caller = request == null ? Optional.empty() : currentCaller.present();
        if (caller.isEmpty()) {
            return context.proceed();
        }
        call.take(IdempotencyKey.of(caller.get(), request.call(), request.key()), request);
        try {
            Object result = context.proceed();
            call.requireAnswered();
            return result;
        } finally {
            call.release();
        }
    }
}
