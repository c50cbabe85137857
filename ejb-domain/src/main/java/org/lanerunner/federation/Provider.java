package org.lanerunner.federation;

import java.net.URI;

/**
 * A provider at which people prove who they are, as the operator of this server has configured it.
 *
 * @param id the name in addresses and in the configuration
 * @param name the name that people know
 * @param issuer the issuer, as an OpenID provider's tokens name it. Logins are kept by it, so it is never another's
 * @param clientSecret null for a client that has none and only shows its PKCE verifier
 * @param graph the address of Facebook's Graph API; null for others
 * @param dialog the address at which Facebook asks people; null for others
 */
record Provider(
        String id,
        Kind kind,
        String name,
        String issuer,
        String clientId,
        String clientSecret,
        String scope,
        URI graph,
        URI dialog) {

    enum Kind {
        OIDC,
        FACEBOOK
    }

    ProviderView view() {
        return new ProviderView(id, name);
    }

    /** The text does not show the secret. */
    @Override
    public String toString() {
        return "Provider " + id;
    }
}
