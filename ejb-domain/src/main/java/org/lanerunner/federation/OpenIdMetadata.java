package org.lanerunner.federation;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/**
 * What an OpenID provider says of itself (OpenID Connect Discovery). It must name itself as it is configured here, and send nobody to an address without TLS.
 *
 * @param secretInForm whether it wants the client's secret in the form, because it accepts none in the header
 * @param namesItself whether each answer to a browser must name its sender (RFC 9207)
 */
record OpenIdMetadata(URI authorization, URI token, URI keys, boolean secretInForm, boolean namesItself) {

    private static final String PATH = "/.well-known/openid-configuration";

    static URI address(String issuer) {
        return URI.create((issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + PATH);
    }

    /** @throws ProviderUnreachable when the document is of another issuer, or lacks what is needed */
    static OpenIdMetadata of(String issuer, String document) {
        JsonNode said = Json.object(document, "the discovery document");
        if (!issuer.equals(Json.text(said, "issuer"))) {
            throw new ProviderUnreachable("the discovery document is of another issuer", null);
        }
        JsonNode methods = said.path("token_endpoint_auth_methods_supported");
        return new OpenIdMetadata(
                endpoint(said, "authorization_endpoint"),
                endpoint(said, "token_endpoint"),
                endpoint(said, "jwks_uri"),
                holds(methods, "client_secret_post") && !holds(methods, "client_secret_basic"),
                said.path("authorization_response_iss_parameter_supported").asBoolean(false));
    }

    private static URI endpoint(JsonNode said, String name) {
        String address = Json.text(said, name);
        if (address == null || !SafeAddress.isSafe(address)) {
            throw new ProviderUnreachable(name + " is missing or not safe", null);
        }
        return URI.create(address);
    }

    private static boolean holds(JsonNode list, String wanted) {
        for (JsonNode item : list) {
            if (wanted.equals(item.asText())) {
                return true;
            }
        }
        return false;
    }
}
