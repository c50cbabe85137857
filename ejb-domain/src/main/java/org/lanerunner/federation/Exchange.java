package org.lanerunner.federation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The exchange between this server and a provider in one flow: it sends a person there, and turns the code that they bring back into an identity. It calls
 * other servers, so it is never called in a transaction.
 */
@ApplicationScoped
class Exchange {

    /**
     * A person who has been signed in at the provider for longer than this is asked there again, since no session here may be older. A request with this age
     * makes the provider tell when it asked (OpenID Connect Core, 3.1.2.1).
     */
    private static final Duration OLDEST_SIGN_IN_THERE = Duration.ofDays(30);

    private final Map<String, OpenIdProvider> known = new ConcurrentHashMap<>();

    @Inject
    private Instance<ProviderGateway> gateway;

    @Inject
    private Clock clock;

    /** The address to which the browser goes. The provider asks the person there, and sends the answer to the flow's address. */
    URI address(Provider provider, Flow flow, String state) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", provider.clientId());
        query.put("redirect_uri", flow.redirectUri());
        query.put("scope", provider.scope());
        query.put("state", state);
        query.put("code_challenge", FlowSecret.challenge(flow.verifier()));
        query.put("code_challenge_method", "S256");
        if (provider.kind() == Provider.Kind.FACEBOOK) {
            return with(provider.dialog(), query);
        }
        query.put("nonce", flow.nonce());
        query.put("max_age", String.valueOf(OLDEST_SIGN_IN_THERE.toSeconds()));
        return with(openId(provider).metadata().authorization(), query);
    }

    /** Makes sure that the provider answers, before anybody is sent there. */
    void requireReachable(Provider provider) {
        if (provider.kind() == Provider.Kind.OIDC) {
            openId(provider).metadata();
        }
    }

    /**
     * The identity of the person who came back.
     *
     * @param issuer the issuer that the answer names as its sender (RFC 9207), or null
     * @throws NotProven when the answer is not right; ProviderRefused when the provider does not know the code; ProviderUnreachable
     */
    ProvenIdentity identity(Provider provider, Flow flow, String code, String issuer) {
        if (issuer != null && !issuer.equals(provider.issuer())) {
            throw new NotProven("the answer is of another issuer than the one that was asked");
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", flow.redirectUri());
        form.put("code_verifier", flow.verifier());
        return provider.kind() == Provider.Kind.FACEBOOK
                ? byFacebook(provider, form)
                : byToken(provider, flow, form, issuer);
    }

    private ProvenIdentity byToken(Provider provider, Flow flow, Map<String, String> form, String issuer) {
        OpenIdProvider asked = openId(provider);
        OpenIdMetadata metadata = asked.metadata();
        if (issuer == null && metadata.namesItself()) {
            throw new NotProven("the answer does not say by whom it is, and this provider's always do");
        }
        boolean inHeader = provider.clientSecret() != null && !metadata.secretInForm();
        if (!inHeader) {
            showClient(provider, form);
        }
        String answer = gateway.get()
                .exchange(provider.id(), metadata.token(), inHeader ? authorization(provider) : null, form);
        return IdTokens.read(
                Json.text(Json.object(answer, "the answer of the token endpoint"), "id_token"),
                provider,
                flow.nonce(),
                asked::keys,
                clock.instant());
    }

    private ProvenIdentity byFacebook(Provider provider, Map<String, String> form) {
        showClient(provider, form);
        URI address = URI.create(provider.graph() + "/oauth/access_token");
        String answer = gateway.get().exchange(provider.id(), address, null, form);
        String token = Json.text(Json.object(answer, "the answer of the token endpoint"), "access_token");
        if (token == null) {
            throw new NotProven("there is no access token");
        }
        return Facebook.person(
                provider,
                gateway.get()
                        .facebookPerson(
                                provider.id(),
                                provider.graph(),
                                token,
                                Facebook.proof(token, provider.clientSecret())));
    }

    private static void showClient(Provider provider, Map<String, String> form) {
        form.put("client_id", provider.clientId());
        if (provider.clientSecret() != null) {
            form.put("client_secret", provider.clientSecret());
        }
    }

    /** Client id and secret are each form-encoded first (RFC 6749, 2.3.1). */
    private static String authorization(Provider provider) {
        String both = encoded(provider.clientId()) + ':' + encoded(provider.clientSecret());
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private OpenIdProvider openId(Provider provider) {
        return known.computeIfAbsent(provider.id(), id -> new OpenIdProvider(provider, gateway.get(), clock));
    }

    private static URI with(URI address, Map<String, String> query) {
        String added = query.entrySet().stream()
                .map(entry -> entry.getKey() + '=' + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + added);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
