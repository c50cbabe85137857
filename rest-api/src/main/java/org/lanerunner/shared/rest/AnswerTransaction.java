package org.lanerunner.shared.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.concurrent.Callable;

/** One transaction for a change and for the answer that is kept. Whatever the work throws rolls it back. */
@ApplicationScoped
class AnswerTransaction {

    @Inject
    private UserTransaction transaction;

    boolean isRunning() throws Exception {
        return transaction.getStatus() != Status.STATUS_NO_TRANSACTION;
    }

    <T> T call(Callable<T> work) throws Exception {
        transaction.begin();
        try {
            T result = work.call();
            transaction.commit();
            return result;
        } finally {
            if (isRunning()) {
                transaction.rollback();
            }
        }
    }
}
