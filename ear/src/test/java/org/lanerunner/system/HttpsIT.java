package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.lanerunner.system.Rest.object;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** HTTPS of the launcher's own certificate, and what is left of plain HTTP beside it. */
@SystemTest
class HttpsIT {

    private static final int PATIENCE_MILLISECONDS = 30_000;

    /** TLS 1.1 and nothing later, with suites of its time; the random of 32 bytes, the length of no session and of no extension stand where they belong. */
    private static final byte[] HELLO_OF_TLS_1_1 = HexFormat.of()
            .parseHex("160301002f" + "0100002b" + "0302" + "5a".repeat(32) + "00" + "0004c009c013" + "0100");

    private static final int ALERT = 21;
    private static final int PROTOCOL_VERSION = 70;
    private static final List<String> ON_ALL_ANSWERS = List.of(
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Referrer-Policy",
            "Permissions-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy");

    private static SSLContext trusting;
    private static HttpClient client;

    @BeforeAll
    static void trustTheAuthorityAlone() throws Exception {
        trusting = authorityAlone();
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusting)
                .build();
    }

    private static SSLContext authorityAlone() throws GeneralSecurityException, IOException {
        KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
        anchors.load(null, null);
        anchors.setCertificateEntry("authority", TestServer.tls().toTrust().orElseThrow());
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    @Test
    void whoTrustsTheAuthorityIsServedAndNobodyElseBelievesIt() throws Exception {
        assertEquals(200, get("/api/version").statusCode());
        HttpClient stranger = HttpClient.newHttpClient();
        assertThrows(SSLHandshakeException.class, () -> stranger.send(to("/api/version"), text()));
    }

    @Test
    void olderProtocolsAndWeakSuitesAreRefused() throws Exception {
        byte[] answer = rawly(HELLO_OF_TLS_1_1);
        assertEquals(ALERT, answer[0]);
        assertEquals(PROTOCOL_VERSION, answer[6]);
        try (SSLSocket socket = secureSocket()) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.setEnabledCipherSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"});
            SSLHandshakeException refused = assertThrows(SSLHandshakeException.class, socket::startHandshake);
            assertTrue(refused.getMessage().contains("handshake_failure"), refused.getMessage());
        }
        for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
            try (SSLSocket socket = secureSocket()) {
                socket.setEnabledProtocols(new String[] {protocol});
                socket.startHandshake();
                assertTrue(socket.getSession().getCipherSuite().matches("TLS_.*(GCM|CHACHA20).*"), protocol);
            }
        }
    }

    @Test
    void anotherCertificateIsTakenWithoutARestartAndNobodyIsCutOff() throws Exception {
        Person person = People.shipper();
        BigInteger before = serial();
        try (Channel channel = Channel.connect(
                client, TestServer.secureAddress(), TestServer.secureAddress().toString())) {
            TestServer.tls().renew(false);
            TestServer.reloadCertificate();
            assertNotEquals(before, serial());
            channel.say(object("ticket", Channel.ticket(person)));
            channel.await("ready");
        }
    }

    @Test
    void liveChannelTakesThePortalsOwnOriginAndNoOther() throws Exception {
        try (Channel channel = Channel.connect(
                client, TestServer.secureAddress(), TestServer.secureAddress().toString())) {
            channel.say(object("ticket", "none"));
            channel.await("closed");
        }
        for (String origin : List.of("https://localhost", "https://elsewhere.example")) {
            assertThrows(ExecutionException.class, () -> Channel.connect(client, TestServer.secureAddress(), origin)
                    .close());
        }
    }

    @Test
    void browsersAreToldToStayOnHttpsWhereTheHostHasANameOfItsOwn() throws Exception {
        assertTrue(secure("GET /api/version", "yard.local", "")
                .contains("Strict-Transport-Security: max-age=31536000; includeSubDomains"));
        for (String host : List.of("localhost:8443", "127.0.0.1:8443", "[::1]:8443")) {
            assertFalse(secure("GET /api/version", host, "").contains("Strict-Transport-Security"), host);
        }
        try (RawHttp plain =
                new RawHttp("GET /api/version HTTP/1.1\r\nHost: yard.local\r\nConnection: close\r\n\r\n")) {
            assertFalse(plain.answerAndEnd().contains("Strict-Transport-Security"));
        }
    }

    @Test
    void frontDoorStandsBeforeHttpsToo() throws Exception {
        assertTrue(
                secure("POST /api/auth/login", "x", "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
                        .startsWith("HTTP/1.1 408 "));
        assertTrue(secure("GET /api/loads", "x", "X: " + "x".repeat(40_000) + "\r\n")
                .startsWith("HTTP/1.1 431 "));
        assertTrue(secure("POST /api/documents", "x", "Content-Length: 20000000\r\n")
                .startsWith("HTTP/1.1 401 "));
    }

    @Test
    void everyAnswerCarriesTheSecurityHeadersAndNoneLetsScriptsInline() throws Exception {
        for (String path : List.of(
                "/",
                "/loads",
                "/assets/none.js",
                "/api/version",
                "/api/me",
                "/api/none",
                "/api/docs",
                "/ws/none",
                "/trust",
                "/trust/authority.crt",
                "/api/loads/%zz",
                "/none.txt")) {
            HttpResponse<String> answer = path.contains("%") ? null : get(path);
            String head = answer == null
                    ? secure("GET " + path, "x", "")
                    : answer.headers().map().toString();
            for (String header : ON_ALL_ANSWERS) {
                assertTrue(
                        head.toLowerCase(java.util.Locale.ROOT).contains(header.toLowerCase(java.util.Locale.ROOT)),
                        path + " has no " + header + ": " + head);
            }
            assertFalse(head.contains("unsafe"), head);
            assertTrue(head.contains("base-uri 'none'") && head.contains("frame-ancestors 'none'"), head);
            assertTrue(head.contains("object-src 'none'") || head.contains("default-src 'none'"), head);
        }
    }

    @Test
    void byPlainHttpAnotherMachineGetsThePageThatHelpsToTrustAndNothingElse() throws Exception {
        String page = fromElsewhere("GET / HTTP/1.1\r\n");
        assertTrue(page.startsWith("HTTP/1.1 200 "), page);
        assertTrue(page.contains(TestServer.secureAddress() + "/"), page);
        X509Certificate authority = TestServer.tls().toTrust().orElseThrow();
        byte[] bytes = fromElsewhereRaw("GET /trust/authority.crt HTTP/1.1\r\n");
        String certificate = new String(bytes, StandardCharsets.ISO_8859_1);
        assertTrue(certificate.contains("Content-Type: application/x-x509-ca-cert\r\n"), certificate);
        byte[] encoded = authority.getEncoded();
        assertArrayEquals(encoded, Arrays.copyOfRange(bytes, bytes.length - encoded.length, bytes.length));
        String pem = fromElsewhere("GET /trust/authority.pem HTTP/1.1\r\n");
        assertEquals(
                authority,
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(
                                pem.substring(pem.indexOf("-----BEGIN")).getBytes(StandardCharsets.US_ASCII))));

        for (String request : List.of(
                "GET /api/version HTTP/1.1\r\n",
                "GET /api/live HTTP/1.1\r\n",
                "GET /health HTTP/1.1\r\n",
                "GET /api/me HTTP/1.1\r\nAuthorization: Bearer x\r\n",
                "GET http://localhost/api/version HTTP/1.1\r\n",
                "GET /assets/index.js HTTP/1.1\r\n",
                "GET /trust/../api/version HTTP/1.1\r\n",
                "GET //api/version HTTP/1.1\r\n",
                "GET /ws/live HTTP/1.1\r\nUpgrade: websocket\r\n",
                "OPTIONS /api/me HTTP/1.1\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 2\r\n",
                "GET /api/version HTTP/1.1\r\nX-Forwarded-For: 127.0.0.1\r\nX-Forwarded-Proto: https\r\n")) {
            String answer = fromElsewhere(request);
            assertTrue(answer.startsWith("HTTP/1.1 403 "), request + answer);
            assertTrue(answer.contains("request/not-encrypted"), request + answer);
            assertFalse(answer.contains("Location:"), request + answer);
        }
        String screen = fromElsewhere("GET /reset/secret HTTP/1.1\r\nAccept: text/html\r\n");
        assertTrue(screen.startsWith("HTTP/1.1 403 "), screen);
        assertFalse(screen.contains("secret"), screen);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return client.send(to(path), text());
    }

    private static HttpRequest to(String path) {
        return HttpRequest.newBuilder(TestServer.secureAddress().resolve(path)).build();
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString();
    }

    /** Of a handshake of its own: a session that is resumed shows what the first one did. */
    private static BigInteger serial() throws Exception {
        try (SSLSocket socket = secureSocket(authorityAlone())) {
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
        }
    }

    private static SSLSocket secureSocket() throws IOException {
        return secureSocket(trusting);
    }

    private static SSLSocket secureSocket(SSLContext context) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket(
                        InetAddress.getLoopbackAddress(),
                        TestServer.secureAddress().getPort());
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
        return socket;
    }

    /** @param rest headers, each with its line's end; or these, the empty line and what there is of a body */
    private static String secure(String line, String host, String rest) throws IOException {
        try (SSLSocket socket = secureSocket()) {
            String end = rest.contains("\r\n\r\n") ? "" : "\r\n";
            socket.getOutputStream()
                    .write((line + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + rest + end)
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] rawly(byte[] hello) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), TestServer.secureAddress().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            socket.getOutputStream().write(hello);
            return socket.getInputStream().readNBytes(7);
        }
    }

    private static String fromElsewhere(String head) throws IOException {
        return new String(fromElsewhereRaw(head), StandardCharsets.UTF_8);
    }

    /** From an address of this machine that is not loopback, to one that is: to the server it looks like a neighbour. */
    private static byte[] fromElsewhereRaw(String head) throws IOException {
        Optional<InetAddress> own = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
        assumeTrue(own.isPresent(), "a machine without a network has no neighbours");
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(own.get(), 0));
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            socket.connect(
                    new InetSocketAddress("127.0.0.1", TestServer.address().getPort()));
            socket.getOutputStream()
                    .write((head + "Host: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return socket.getInputStream().readAllBytes();
        }
    }
}
