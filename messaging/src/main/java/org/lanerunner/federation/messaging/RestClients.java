package org.lanerunner.federation.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Keeps one MicroProfile Rest Client for each address, made when it is first needed; a provider has several. Redirects are not followed. */
@ApplicationScoped
class RestClients {

    private static final long CONNECT_SECONDS = 3;
    private static final long ANSWER_SECONDS = 5;

    private record Key(Class<?> type, URI address) {}

    private final Map<Key, Object> made = new ConcurrentHashMap<>();

    <T> T of(Class<T> type, URI address) {
        return type.cast(
                made.computeIfAbsent(new Key(type, address), key -> OwnClassLoader.make(() -> make(type, address))));
    }

    private static Object make(Class<?> type, URI address) {
        return RestClientBuilder.newBuilder()
                .baseUri(address)
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                .followRedirects(false)
                .property("microprofile.rest.client.disable.default.mapper", true)
                .build(type);
    }
}
