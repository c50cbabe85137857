package org.lanerunner.federation.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.lanerunner.federation.ProviderGateway;
import org.lanerunner.federation.ProviderRefused;
import org.lanerunner.federation.ProviderUnreachable;

/**
 * Asks providers over HTTP. Each provider has a breaker of its own: MicroProfile Fault Tolerance has one for each method, so one provider that is down would
 * block all of them.
 */
@ApplicationScoped
public class HttpProviderGateway implements ProviderGateway {

    private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();

    @Inject
    private RestClients clients;

    @Inject
    private Clock clock;

    @Override
    public String document(String provider, URI address) {
        try {
            return asked(provider, () -> clients.of(Document.class, address).read());
        } catch (ProviderRefused notThere) {
            throw new ProviderUnreachable(notThere.getMessage() + " where its documents should be", notThere);
        }
    }

    @Override
    public String exchange(String provider, URI address, String authorization, Map<String, String> form) {
        Form sent = new Form();
        form.forEach(sent::param);
        return asked(provider, () -> clients.of(TokenEndpoint.class, address).exchange(authorization, sent));
    }

    @Override
    public String facebookPerson(String provider, URI graph, String accessToken, String proof) {
        return asked(provider, () -> clients.of(FacebookGraph.class, graph)
                .me("Bearer " + accessToken, "id,name,email", proof));
    }

    private String asked(String provider, Supplier<Response> question) {
        return breakers.computeIfAbsent(provider, id -> new Breaker(clock)).ask(() -> answer(question));
    }

    private String answer(Supplier<Response> question) {
        try {
            return BoundedAnswer.read(question.get(), clock);
        } catch (ProcessingException noConnection) {
            throw new ProviderUnreachable("there is no answer: " + noConnection.getMessage(), noConnection);
        }
    }
}
