package org.lanerunner.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page that helps another device to trust this server, its QR code, and the authority's certificate. They are small public files in the data folder,
 * which the launcher writes; they are read when somebody asks for them. The page repeats nothing of a request but a host name that belongs to this machine.
 */
final class TrustPage implements HttpHandler {

    private static final String PATH = "/trust";
    private static final Set<String> PATHS = Set.of(
            PATH, PATH + "/", "/trust/page.css", "/trust/qr.svg", "/trust/authority.crt", "/trust/authority.pem");

    private static final HttpString CONTENT_POLICY = new HttpString("Content-Security-Policy");
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+");

    private final Path folder;
    private final int httpsPort;

    TrustPage(Path folder, int httpsPort) {
        this.folder = folder;
        this.httpsPort = httpsPort;
    }

    boolean has(String path) {
        return PATHS.contains(path);
    }

    /** Whether a person with a browser asks for some page of the portal. */
    boolean isAskedFor(HttpServerExchange exchange) {
        String path = exchange.getRelativePath();
        String accepted = exchange.getRequestHeaders().getFirst(Headers.ACCEPT);
        return isRead(exchange)
                && !path.startsWith("/api")
                && !path.startsWith("/ws")
                && (path.equals("/") || accepted != null && accepted.contains("text/html"));
    }

    /** Shows this page in place of another one; its status says so. */
    void answerInstead(HttpServerExchange exchange) throws IOException {
        if (!exchange.getRelativePath().equals("/")) {
            exchange.setStatusCode(StatusCodes.FORBIDDEN);
        }
        answer(exchange, "text/html; charset=utf-8", page(exchange));
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        if (!isRead(exchange)) {
            exchange.setStatusCode(StatusCodes.METHOD_NOT_ALLOWED);
            exchange.getResponseHeaders().put(Headers.ALLOW, "GET, HEAD");
            exchange.endExchange();
            return;
        }
        switch (exchange.getRelativePath()) {
            case "/trust/page.css" -> answer(exchange, "text/css; charset=utf-8", resource("trust.css"));
            case "/trust/qr.svg" -> file(exchange, code(host(exchange)), "image/svg+xml");
            case "/trust/authority.crt" -> file(exchange, "authority.crt", "application/x-x509-ca-cert");
            case "/trust/authority.pem" -> {
                exchange.getResponseHeaders()
                        .put(Headers.CONTENT_DISPOSITION, "attachment; filename=\"lanerunner-authority.pem\"");
                file(exchange, "authority.pem", "application/x-pem-file");
            }
            default -> answer(exchange, "text/html; charset=utf-8", page(exchange));
        }
    }

    private static boolean isRead(HttpServerExchange exchange) {
        return exchange.getRequestMethod().equals(Methods.GET)
                || exchange.getRequestMethod().equals(Methods.HEAD);
    }

    private void file(HttpServerExchange exchange, String name, String type) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            answer(exchange, type, Files.readAllBytes(file));
        } else {
            exchange.setStatusCode(StatusCodes.NOT_FOUND);
            exchange.endExchange();
        }
    }

    private static void answer(HttpServerExchange exchange, String type, byte[] content) {
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, type)
                .put(Headers.CACHE_CONTROL, "no-store")
                .put(CONTENT_POLICY, POLICY);
        exchange.setResponseContentLength(content.length);
        exchange.getResponseSender().send(ByteBuffer.wrap(content));
    }

    private byte[] page(HttpServerExchange exchange) throws IOException {
        String host = host(exchange);
        Optional<X509Certificate> authority = authority();
        String page = text("trust.html")
                .replace("{{code}}", Files.exists(folder.resolve(code(host))) ? text("trust-code.html") : "")
                .replace("{{passkeys}}", ADDRESS.matcher(host).matches() ? passkeys() : "")
                .replace("{{authority}}", authority.isPresent() ? text("trust-authority.html") : "");
        page = page.replace("{{address}}", "https://" + host + ":" + httpsPort + "/");
        if (authority.isPresent()) {
            page = page.replace("{{name}}", escaped(commonName(authority.get())))
                    .replace("{{fingerprint}}", fingerprint(authority.get()))
                    .replace("{{until}}", until(authority.get()));
        }
        return page.getBytes(StandardCharsets.UTF_8);
    }

    /** A passkey needs a host name; it does not work for a bare address. */
    private String passkeys() throws IOException {
        String hosts = names().stream()
                .filter(name -> !ADDRESS.matcher(name).matches())
                .map(name -> "<li><a href=\"https://" + name + ":" + httpsPort + "/\">https://" + name + ":" + httpsPort
                        + "</a></li>")
                .collect(Collectors.joining());
        return text("trust-passkeys.html").replace("{{hosts}}", hosts);
    }

    /** The name by which the device came, where it is one of this machine's; else the address that it came to, or the likeliest name. */
    private String host(HttpServerExchange exchange) throws IOException {
        List<String> names = names();
        String asked = exchange.getHostName();
        String reached = exchange.getConnection()
                .getLocalAddress(InetSocketAddress.class)
                .getAddress()
                .getHostAddress();
        return names.contains(asked)
                ? asked
                : names.contains(reached) ? reached : names.stream().findFirst().orElse("localhost");
    }

    private static String code(String host) {
        return "qr-" + host + ".svg";
    }

    private List<String> names() throws IOException {
        Path file = folder.resolve("names");
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(name -> !name.isBlank())
                        .toList()
                : List.of();
    }

    private Optional<X509Certificate> authority() throws IOException {
        Path file = folder.resolve("authority.crt");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file))));
        } catch (GeneralSecurityException broken) {
            throw new IOException(broken);
        }
    }

    private static String commonName(X509Certificate authority) {
        return authority
                .getSubjectX500Principal()
                .getName()
                .replaceFirst(".*CN=", "")
                .replaceFirst(",.*", "");
    }

    private static String fingerprint(X509Certificate authority) {
        try {
            return HexFormat.ofDelimiter(":")
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(authority.getEncoded()))
                    .toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String until(X509Certificate authority) {
        return authority
                .getNotAfter()
                .toInstant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String text(String name) {
        return new String(resource(name), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream in = TrustPage.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
