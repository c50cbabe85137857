package org.lanerunner.gate.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.lanerunner.gate.KnownBypasses;
import org.lanerunner.gate.Rate;
import org.lanerunner.gate.Rates;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;

/**
 * Refuses calls beyond a rate, before the token's session is looked up. The answer is 429 and says which rate it is and when the next call is allowed, in the
 * fields of the IETF's draft (RateLimit, RateLimit-Policy). Calls that show a bypass are not counted, nor are an operator's questions, nor calls from an
 * address of this machine: that is a proxy, which passes on everybody's calls.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION - 1)
public class RateFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String BYPASS = "X-Rate-Bypass";
    private static final String EXCEEDED = "org.lanerunner.exceeded";
    private static final String OPERATORS = "org.lanerunner.shared.rest";
    private static final String POSITIONS = "/tracking/positions";
    private static final String EXPORT = "/export";
    private static final String LOOPBACK = "127.";
    private static final int WINDOW_SECONDS = 60;

    @Context
    private ResourceInfo resource;

    @Inject
    private HttpServletRequest servletRequest;

    @Inject
    private Rates rates;

    @Inject
    private KnownBypasses bypasses;

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceClass() == null
                || resource.getResourceClass().getPackageName().equals(OPERATORS)) {
            return;
        }
        Principal caller = request.getSecurityContext().getUserPrincipal();
        Rate rate = rate(request, caller != null);
        String shown = request.getHeaderString(BYPASS);
        if (shown != null && bypasses.lift(shown, rate, servletRequest.getRemoteAddr())) {
            return;
        }
        rates.take(rate, who(caller)).ifPresent(exceeded -> {
            request.setProperty(EXCEEDED, exceeded);
            throw new Refusal(
                            Refusal.Kind.TOO_MANY,
                            "request/too-many",
                            "That was more than is answered in a minute. Try again in " + exceeded.waitSeconds()
                                    + (exceeded.waitSeconds() == 1 ? " second." : " seconds."))
                    .beyond(Limit.RATE)
                    .retryAfter(exceeded.waitSeconds());
        });
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(EXCEEDED) instanceof Rates.Exceeded exceeded) {
            response.getHeaders()
                    .putSingle(
                            "RateLimit-Policy",
                            "\"" + exceeded.of() + "\";q=" + exceeded.aMinute() + ";w=" + WINDOW_SECONDS);
            response.getHeaders().putSingle("RateLimit", "\"" + exceeded.of() + "\";r=0;t=" + exceeded.waitSeconds());
        }
    }

    private static Rate rate(ContainerRequestContext request, boolean signedIn) {
        String method = request.getMethod();
        if (method.equals("GET") || method.equals("HEAD")) {
            return request.getUriInfo().getPath().endsWith(EXPORT) ? Rate.EXPORTS : Rate.READS;
        }
        if (!signedIn) {
            return Rate.SIGN_INS;
        }
        return request.getUriInfo().getPath().equals(POSITIONS) ? Rate.POSITIONS : Rate.WRITES;
    }

    private Map<Rate.Of, Object> who(Principal caller) {
        Map<Rate.Of, Object> who = new EnumMap<>(Rate.Of.class);
        String address = servletRequest.getRemoteAddr();
        if (!address.startsWith(LOOPBACK)) {
            who.put(Rate.Of.ADDRESS, address);
        }
        if (caller instanceof JsonWebToken token && token.getSubject() == null) {
            who.put(Rate.Of.ACTOR, "key " + hash(token.getRawToken()));
        } else if (caller instanceof JsonWebToken token) {
            who.put(Rate.Of.ACTOR, token.getSubject());
            who.put(Rate.Of.ORGANISATION, String.valueOf((Object) token.getClaim("org")));
        } else if (caller != null) {
            who.put(Rate.Of.ACTOR, caller.getName());
        }
        return who;
    }

    /**
     * An API key is not looked up yet at this point. Each text that is shown as a key has a count of its own, so that an invented key uses up nobody's rate.
     */
    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
