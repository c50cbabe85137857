package org.lanerunner.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Answers operators' requests on threads of their own. So a process whose workers are all busy can still say that it is alive. Liveness has a thread of its
 * own, since the other checks may wait for a database. When the short queue is full the answer is 503 at once.
 */
final class OperatorThreads implements HttpHandler {

    private static final int WAITING = 64;
    private static final int IDLE_SECONDS = 60;

    private final HttpHandler next;
    private final Map<String, ExecutorService> threads;

    OperatorThreads(HttpHandler next) {
        this.next = next;
        ExecutorService liveness = thread("liveness");
        ExecutorService health = thread("health");
        threads = Map.of("/api/live", liveness, "/api/health", health, "/api/ready", health);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        ExecutorService own = threads.get(exchange.getRelativePath());
        if (own != null) {
            exchange.setDispatchExecutor(own);
        }
        next.handleRequest(exchange);
    }

    private static ExecutorService thread(String name) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), task -> {
                    Thread thread = new Thread(task, "lanerunner-" + name);
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
