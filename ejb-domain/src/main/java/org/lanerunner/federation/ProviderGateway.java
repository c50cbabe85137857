package org.lanerunner.federation;

import java.net.URI;
import java.util.Map;

/**
 * Calls from this server to the providers'. Each provider has a circuit breaker of its own, short timeouts and a bounded size of answers. It is never called
 * with a transaction open.
 */
public interface ProviderGateway {

    /**
     * Reads a JSON document that everybody may read: what a provider says of itself, or its keys.
     *
     * @param provider the provider's id, for the circuit breaker
     * @throws ProviderRefused when the provider shows no such document
     * @throws ProviderUnreachable when there is no answer, or none that can be read
     */
    String document(String provider, URI address);

    /**
     * Exchanges a code for tokens.
     *
     * @param authorization the header that shows who asks, or null where the form does
     * @throws ProviderRefused when the provider does not accept the code
     * @throws ProviderUnreachable when there is no answer, or none that can be read
     */
    String exchange(String provider, URI address, String authorization, Map<String, String> form);

    /**
     * The person to whom an access token of Facebook belongs.
     *
     * @param proof shows that the token is used by somebody who has the app's secret
     */
    String facebookPerson(String provider, URI graph, String accessToken, String proof);
}
