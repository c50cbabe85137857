package org.lanerunner.identity;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.lanerunner.shared.Lately;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.SuspendsTransaction;

/**
 * Reads bearer tokens for the server's MP-JWT, in the place of its own reader, and tells API keys from access tokens. It uses the keys that are known now. It
 * verifies each token once, since a signature costs more than all other checks of a request together. A token that was read is remembered for a while, but no
 * longer than it lasts; whether its session still lives is asked each time.
 */
@NeedsNoPermission(because = "it is asked before anybody is a caller")
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@SuspendsTransaction(because = "tokens are read in memory; no database is asked")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BearerTokens {

    /** The number of tokens is bounded, and so the memory they take, however many people are signed in. */
    private static final int MOST_KEPT = 10_000;

    private final Lately<String, BearerToken> read = new Lately<>(MOST_KEPT);

    @Inject
    private SigningKeys keys;

    @Inject
    private Clock clock;

    private TokenReader reader;

    @PostConstruct
    void start() {
        reader = new TokenReader(keys::verifying);
        JWTCallerPrincipalFactory.setInstance(new JWTCallerPrincipalFactory() {
            @Override
            public JWTCallerPrincipal parse(String token, JWTAuthContextInfo ignored) throws ParseException {
                return principal(token).orElseThrow(() -> new ParseException("no access token of this server"));
            }
        });
    }

    @PreDestroy
    void end() {
        JWTCallerPrincipalFactory.setInstance(null);
    }

    private Optional<JWTCallerPrincipal> principal(String token) {
        if (KeyCallers.isKey(token)) {
            return Optional.of(new KeyPrincipal(token));
        }
        Instant now = clock.instant();
        BearerToken known = read.get(token);
        return known != null && !known.isOverAt(now)
                ? Optional.of(known)
                : reader.read(token, now).map(claims -> read.put(token, new BearerToken(token, claims)));
    }
}
