package org.lanerunner.federation;

import java.net.URI;
import java.util.Map;

/**
 * What is asked of providers from server to server. Each has a circuit breaker of its own, short times and a bounded size of answers. Never called with a transaction open.
 */
public interface ProviderGateway {

    /**
     * A JSON document that everybody may read: what a provider says of itself, or its keys.
     *
     * @param provider its id, for the circuit breaker
     * @throws ProviderRefused when the provider shows no such document
     * @throws ProviderUnreachable when there is no answer, or none that is one
     */
    String document(String provider, URI address);

    /**
     * A code for tokens.
     *
     * @param authorization the header that shows who asks, or null where the form does
     * @throws ProviderRefused when the provider takes no such code
     * @throws ProviderUnreachable when there is no answer, or none that is one
     */
    String exchange(String provider, URI address, String authorization, Map<String, String> form);

    /**
     * Of whom an access token of Facebook is.
     *
     * @param proof that the token is used by who has the app's secret
     */
    String facebookPerson(String provider, URI graph, String accessToken, String proof);
}
