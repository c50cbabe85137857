package org.lanerunner.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * A fake of a login provider, no provider: it speaks OpenID Connect, and beside it what LaneRunner asks of Facebook, on this machine, as strictly as a real one must (the client's secret, PKCE,
 * each code once), and lies where a test tells it to. Nobody is asked for a password: a test says who is there.
 */
public final class FakeProvider {

    static final String CLIENT = "lanerunner-tests";
    static final String SECRET = "a secret: with/odd+characters";
    static final String APP_SECRET = "the-secret-of-the-app";
    static final int PORT = FreePorts.find().debug();
    private static final int NOBODY_THERE = FreePorts.find().debug();
    private static final Map<String, FakeProvider> ALL = new ConcurrentHashMap<>();
    private static final HttpServer SERVER = started();

    /** Who is there, and what the token is to say besides. */
    record Somebody(String subject, String name, String email, Boolean verified) {

        static Somebody unknown() {
            String id = UUID.randomUUID().toString();
            return new Somebody(id, "Sam Somebody", "sam-" + id + "@elsewhere.example", true);
        }
    }

    /** What was asked for, and is given for the code. */
    private record Grant(Map<String, String> asked, Somebody who) {}

    private final String id;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final AtomicInteger keysRead = new AtomicInteger();
    private final RsaJsonWebKey key = key("one");
    private volatile UnaryOperator<JwtClaims> claims = UnaryOperator.identity();
    private volatile UnaryOperator<String> token = UnaryOperator.identity();
    private volatile boolean down;

    private FakeProvider(String id) {
        this.id = id;
    }

    static FakeProvider of(String id) {
        return ALL.computeIfAbsent(id, FakeProvider::new);
    }

    /** The file that names the fakes to the server. */
    static void configure(Path file) {
        StringBuilder lines = new StringBuilder();
        for (String id : List.of("works", "other")) {
            lines.append(id + ".name=" + Character.toUpperCase(id.charAt(0)) + id.substring(1) + "\n")
                    .append(id + ".issuer=" + issuer(id) + "\n")
                    .append(id + ".client-id=" + CLIENT + "\n")
                    .append(id + ".client-secret=" + SECRET + "\n");
        }
        lines.append("lost.name=Lost\nlost.issuer=" + issuer("lost") + "\nlost.client-id=x\n");
        lines.append("away.name=Away\naway.issuer=http://127.0.0.1:" + NOBODY_THERE + "/away\naway.client-id=x\n")
                .append("facebook.client-id=" + CLIENT + "\nfacebook.client-secret=" + APP_SECRET + "\n")
                .append("facebook.graph=http://127.0.0.1:" + PORT + "/graph\n")
                .append("facebook.dialog=http://127.0.0.1:" + PORT + "/dialog\n");
        lines.append(Keycloak.lines());
        try {
            Files.writeString(file, lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String issuer(String id) {
        return "http://127.0.0.1:" + PORT + "/" + id;
    }

    /** Lies from now on in what its tokens say. */
    void claiming(UnaryOperator<JwtClaims> change) {
        claims = change;
    }

    /** Lies from now on in its tokens as a whole. */
    void answering(UnaryOperator<String> change) {
        token = change;
    }

    void honest() {
        claims = UnaryOperator.identity();
        token = UnaryOperator.identity();
        down = false;
    }

    void down() {
        down = true;
    }

    int keysRead() {
        return keysRead.get();
    }

    RsaJsonWebKey key() {
        return key;
    }

    /** What a browser meets there: the person is who the test says, and goes back with a code. @param url where LaneRunner sends the browser */
    String code(String url, Somebody who) {
        Map<String, String> asked = parameters(URI.create(url).getRawQuery());
        String code = UUID.randomUUID().toString();
        grants.put(code, new Grant(asked, who));
        return code;
    }

    static String state(String url) {
        return parameters(URI.create(url).getRawQuery()).get("state");
    }

    /** The same said, by a key that is not published. */
    String signedByNobody(String token) {
        RsaJsonWebKey nobodys = key("nobodys");
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setEncodedPayload(token.split("\\.")[1]);
            signature.setKey(nobodys.getPrivateKey());
            signature.setKeyIdHeaderValue(nobodys.getKeyId());
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Signed as its tokens are. */
    String signed(JwtClaims said) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setPayload(said.toJson());
            signature.setKey(key.getPrivateKey());
            signature.setKeyIdHeaderValue(key.getKeyId());
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RsaJsonWebKey key(String name) {
        try {
            RsaJsonWebKey made = RsaJwkGenerator.generateJwk(2048);
            made.setKeyId(name);
            made.setUse("sig");
            made.setAlgorithm("RS256");
            return made;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static HttpServer started() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "fake provider");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/", FakeProvider::answer);
            server.start();
            return server;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", 3);
        FakeProvider provider = of(path[1].equals("graph") ? "facebook" : path[1]);
        try {
            if (path[1].equals("lost")) {
                send(exchange, 404, Map.of());
                return;
            }
            if (provider.down) {
                send(exchange, 503, Map.of());
                return;
            }
            switch (path[2]) {
                case ".well-known/openid-configuration" -> send(exchange, 200, provider.discovery());
                case "keys" -> {
                    provider.keysRead.incrementAndGet();
                    send(exchange, 200, new JsonWebKeySet(provider.key).toJson());
                }
                case "token", "oauth/access_token" -> provider.exchange(exchange);
                case "me" -> provider.me(exchange);
                default -> send(exchange, 404, Map.of());
            }
        } catch (RuntimeException failure) {
            send(exchange, 500, Map.of("error", failure.toString()));
        }
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer",
                issuer(id),
                "authorization_endpoint",
                issuer(id) + "/authorize",
                "token_endpoint",
                issuer(id) + "/token",
                "jwks_uri",
                issuer(id) + "/keys",
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_basic", "client_secret_post"),
                "authorization_response_iss_parameter_supported",
                id.equals("other"));
    }

    private void exchange(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Grant grant = grants.remove(form.getOrDefault("code", ""));
        if (!id.equals("facebook") && !isClient(exchange.getRequestHeaders().getFirst("Authorization"))
                || id.equals("facebook") && !APP_SECRET.equals(form.get("client_secret"))) {
            send(exchange, 401, Map.of("error", "invalid_client"));
        } else if (grant == null
                || !"S256".equals(grant.asked().get("code_challenge_method"))
                || !challenge(form.getOrDefault("code_verifier", ""))
                        .equals(grant.asked().get("code_challenge"))
                || !grant.asked().get("redirect_uri").equals(form.get("redirect_uri"))) {
            send(exchange, 400, Map.of("error", "invalid_grant"));
        } else if (id.equals("facebook")) {
            String access = UUID.randomUUID().toString();
            grants.put(access, grant);
            send(exchange, 200, Map.of("access_token", access, "token_type", "bearer", "expires_in", 5000));
        } else {
            send(
                    exchange,
                    200,
                    Map.of(
                            "access_token",
                            "none",
                            "token_type",
                            "Bearer",
                            "id_token",
                            token.apply(signed(claims.apply(claims(grant))))));
        }
    }

    private void me(HttpExchange exchange) throws IOException {
        Map<String, String> query = parameters(exchange.getRequestURI().getRawQuery());
        String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        Grant grant = header.startsWith("Bearer ") ? grants.get(header.substring("Bearer ".length())) : null;
        if (grant == null || !hmac(header.substring("Bearer ".length())).equals(query.get("appsecret_proof"))) {
            send(exchange, 400, Map.of("error", Map.of("type", "OAuthException")));
            return;
        }
        Map<String, Object> said = new HashMap<>(
                Map.of("id", grant.who().subject(), "name", grant.who().name()));
        if (grant.who().email() != null) {
            said.put("email", grant.who().email());
        }
        send(exchange, 200, said);
    }

    JwtClaims claims(Somebody who, String nonce) {
        JwtClaims said = new JwtClaims();
        said.setIssuer(issuer(id));
        said.setAudience(CLIENT);
        said.setSubject(who.subject());
        said.setIssuedAtToNow();
        said.setExpirationTimeMinutesInTheFuture(5);
        said.setStringClaim("nonce", nonce);
        if (who.name() != null) {
            said.setStringClaim("name", who.name());
        }
        if (who.email() != null) {
            said.setStringClaim("email", who.email());
        }
        if (who.verified() != null) {
            said.setClaim("email_verified", who.verified());
        }
        said.setNumericDateClaim("auth_time", NumericDate.now());
        return said;
    }

    private JwtClaims claims(Grant grant) {
        return claims(grant.who(), grant.asked().get("nonce"));
    }

    /** Both halves come form-encoded (RFC 6749, 2.3.1). */
    private static boolean isClient(String header) {
        if (header == null || !header.startsWith("Basic ")) {
            return false;
        }
        String[] both = new String(
                        Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8)
                .split(":", 2);
        return decoded(both[0]).equals(CLIENT) && decoded(both[1]).equals(SECRET);
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hmac(String text) {
        try {
            javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
            mac.init(new javax.crypto.spec.SecretKeySpec(APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return java.util.HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> found = new HashMap<>();
        for (String pair : text == null ? new String[0] : text.split("&")) {
            String[] both = pair.split("=", 2);
            found.put(decoded(both[0]), both.length < 2 ? "" : decoded(both[1]));
        }
        return found;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes =
                body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : Rest.JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
