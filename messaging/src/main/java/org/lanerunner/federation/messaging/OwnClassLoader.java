package org.lanerunner.federation.messaging;

import java.util.function.Supplier;

/** Makes things whose makers look for their parts by the thread's class loader, which is that of whoever signs in: here they are found. */
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
