package org.lanerunner.federation.messaging;

import java.util.function.Supplier;

/**
 * Calls factories that look for their parts with the thread's class loader. That would be the loader of whoever signs in; here it is the one that finds the
 * parts.
 */
final class OwnClassLoader {

    private OwnClassLoader() {}

    static <T> T make(Supplier<T> maker) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(OwnClassLoader.class.getClassLoader());
        try {
            return maker.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
