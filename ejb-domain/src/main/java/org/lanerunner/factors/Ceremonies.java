package org.lanerunner.factors;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.server.ServerProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Checks a browser's answer by the rules of WebAuthn, with webauthn4j: that it is about this challenge, from this site, signed by this key, by somebody whom
 * the device has verified. It does not ask who made the device, so it looks at no statement of a maker. The library lets exceptions of its parsers through for
 * bytes that are not valid, so each exception counts as a no.
 */
@ApplicationScoped
class Ceremonies {

    private static final Logger LOG = Logger.getLogger(Ceremonies.class.getName());
    private static final Pattern TRANSPORT = Pattern.compile("[a-z-]{1,20}");
    private static final int MOST_TRANSPORTS = 8;
    private static final boolean USER_VERIFIED = true;

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            algorithm(COSEAlgorithmIdentifier.ES256),
            algorithm(COSEAlgorithmIdentifier.EdDSA),
            algorithm(COSEAlgorithmIdentifier.RS256));

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);

    /** A passkey that was just made. */
    record Made(
            byte[] credentialId, byte[] credential, List<String> transports, boolean backupEligible, long signCount) {}

    /** @return empty for an answer that is not right */
    Optional<Made> made(
            PortalOrigin portal, byte[] nonce, byte[] clientData, byte[] attestation, List<String> transports) {
        try {
            RegistrationData answer = manager.verify(
                    new RegistrationRequest(attestation, clientData),
                    new RegistrationParameters(server(portal, nonce), ALGORITHMS, USER_VERIFIED));
            var data = answer.getAttestationObject().getAuthenticatorData();
            AttestedCredentialData made = data.getAttestedCredentialData();
            return Optional.of(new Made(
                    made.getCredentialId(),
                    credentials.convert(made),
                    known(transports),
                    data.isFlagBE(),
                    data.getSignCount()));
        } catch (RuntimeException refused) {
            LOG.log(Level.FINE, "a passkey was not made", refused);
            return Optional.empty();
        }
    }

    /** @return the number of times that the passkey says it has signed; empty for an answer that is not right */
    Optional<Long> shown(PortalOrigin portal, byte[] nonce, Passkey passkey, ShownPasskey.Bytes answer) {
        var key = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                USER_VERIFIED,
                passkey.backupEligible(),
                null,
                passkey.signCount(),
                credentials.convert(passkey.credential()),
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                null,
                Set.of());
        try {
            AuthenticationData right = manager.verify(
                    new AuthenticationRequest(
                            answer.credentialId(),
                            answer.userHandle(),
                            answer.authenticatorData(),
                            answer.clientData(),
                            answer.signature()),
                    new AuthenticationParameters(
                            server(portal, nonce), key, List.of(answer.credentialId()), USER_VERIFIED));
            return Optional.of(right.getAuthenticatorData().getSignCount());
        } catch (RuntimeException refused) {
            LOG.log(Level.FINE, "a passkey was not right", refused);
            return Optional.empty();
        }
    }

    private static ServerProperty server(PortalOrigin portal, byte[] nonce) {
        return new ServerProperty(new Origin(portal.origin()), portal.host(), new DefaultChallenge(nonce));
    }

    /** The transports that are known, as hints for the next time and no more. */
    private static List<String> known(List<String> transports) {
        return transports == null
                ? List.of()
                : transports.stream()
                        .filter(word -> word != null && TRANSPORT.matcher(word).matches())
                        .distinct()
                        .limit(MOST_TRANSPORTS)
                        .toList();
    }

    private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier id) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, id);
    }
}
