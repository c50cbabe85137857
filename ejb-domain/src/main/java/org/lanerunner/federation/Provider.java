package org.lanerunner.federation;

import java.net.URI;

/**
 * Who tells that somebody is who they say, as whoever runs this server has configured it.
 *
 * @param id names it in addresses and in the configuration
 * @param name as people know it
 * @param issuer who vouches: of an OpenID provider as its tokens say it; never another's, since logins are kept by it
 * @param clientSecret null for a client that has none and shows its PKCE verifier alone
 * @param graph where Facebook's Graph API answers; null for others
 * @param dialog where Facebook asks its people; null for others
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

    /** Without the secret. */
    @Override
    public String toString() {
        return "Provider " + id;
    }
}
