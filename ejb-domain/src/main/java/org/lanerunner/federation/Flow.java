package org.lanerunner.federation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody has gone to a provider and is expected back.
 *
 * @param personId the person who links a login; null for somebody who signs in
 * @param nonce the text that the provider's token repeats
 * @param verifier the text that proves who began (PKCE)
 * @param redirectUri the address to which the provider sends the browser
 */
record Flow(String providerId, UUID personId, String nonce, String verifier, String redirectUri, Instant begunAt) {

    /** @param personId null for somebody who signs in */
    static Flow begun(String providerId, UUID personId, String redirectUri, Instant now) {
        return new Flow(providerId, personId, FlowSecret.random(), FlowSecret.random(), redirectUri, now);
    }

    static Flow of(Step step) {
        Map<String, String> said = step.said();
        return new Flow(
                step.providerId(),
                step.personId(),
                said.get("nonce"),
                said.get("verifier"),
                said.get("redirectUri"),
                step.begunAt());
    }

    Step step() {
        return new Step(
                personId == null ? Step.Kind.SIGN_IN : Step.Kind.LINK,
                providerId,
                personId,
                Map.of("nonce", nonce, "verifier", verifier, "redirectUri", redirectUri),
                begunAt);
    }

    @Override
    public String toString() {
        return "Flow";
    }
}
