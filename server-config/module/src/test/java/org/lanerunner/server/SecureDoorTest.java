package org.lanerunner.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undertow.Undertow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door with HTTPS on, asked by plain HTTP: from 127.0.0.1 as this machine, and what stands on the page by which name one comes. */
class SecureDoorTest {

    @TempDir
    Path folder;

    private Undertow server;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("names"), "192.0.2.7\nyard.local\n");
        Files.writeString(folder.resolve("qr-192.0.2.7.svg"), "<svg>number</svg>");
        Files.writeString(folder.resolve("qr-yard.local.svg"), "<svg>name</svg>");
        FrontDoor door = new FrontDoor();
        door.setHttps(true);
        door.setHttpsPort(8443);
        door.setTrustDirectory(folder.toString());
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(door.wrap(exchange -> exchange.getResponseSender().send("the application")))
                .build();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void thisMachineGoesOnByPlainHttp() throws IOException {
        assertTrue(get("/api/version", "localhost").endsWith("the application"));
        assertFalse(get("/api/version", "yard.local").contains("Strict-Transport-Security"));
    }

    @Test
    void pageLeadsToTheNameByWhichOneCame() throws IOException {
        String page = get("/trust", "yard.local");
        assertTrue(page.contains("href=\"https://yard.local:8443/\""), page);
        assertFalse(page.contains("Passkeys"), page);
        assertTrue(get("/trust/qr.svg", "yard.local").endsWith("<svg>name</svg>"));
    }

    @Test
    void whoComesByANumberIsToldThatPasskeysNeedAName() throws IOException {
        String page = get("/trust", "192.0.2.7");
        assertTrue(page.contains("href=\"https://192.0.2.7:8443/\""), page);
        assertTrue(page.contains("Passkeys need a name"), page);
        assertTrue(page.contains("https://yard.local:8443/"), page);
        assertTrue(get("/trust/qr.svg", "192.0.2.7").endsWith("<svg>number</svg>"));
    }

    @Test
    void namesThatAreNotThisMachinesAreNotRepeated() throws IOException {
        for (String host : new String[] {"evil.example", "203.0.113.5", "localhost.evil.example"}) {
            String page = get("/trust", host);
            assertTrue(page.contains("https://192.0.2.7:8443/"), page);
            assertFalse(page.contains("evil") || page.contains("203.0"), page);
        }
    }

    @Test
    void withoutAnAuthorityOfItsOwnThereIsNothingToInstall() throws IOException {
        assertFalse(get("/trust", "yard.local").contains("fingerprint"));
        assertEquals(
                "HTTP/1.1 404 Not Found",
                get("/trust/authority.crt", "yard.local").lines().findFirst().orElse(""));
        assertTrue(get("/trust/page.css", "yard.local").contains("text/css"));
        assertTrue(get("/trust/../names", "yard.local").endsWith("the application"), "only what is named is served");
    }

    private String get(String path, String host) throws IOException {
        int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
