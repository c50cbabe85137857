package org.lanerunner.server;

import io.undertow.server.HandlerWrapper;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.URLDecodingHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Stands before every deployment, as a filter of the server's host: a request goes on when its head can be trusted and its body is there. So no worker
 * ever waits for what a client has not sent, and what the operator asks is answered by threads of its own. The numbers come from the scripts of server-config.
 */
public class FrontDoor implements HandlerWrapper {

    private int windowSeconds = 10;
    private int bytesPerSecond = 1024;
    private int bodyBytes = 12 * 1024 * 1024;
    private int freeBytes;
    private boolean https;
    private int httpsPort;
    private int strictSeconds;
    private String trustDirectory = "";
    private String allowedAddresses = "";
    private String deniedAddresses = "";

    /** In how many seconds a body, or the reader of an answer, has to bring or take its share. */
    public void setWindowSeconds(int windowSeconds) {
        this.windowSeconds = windowSeconds;
    }

    /** The least that a body or the reader of an answer moves. */
    public void setBytesPerSecond(int bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    /** The largest body of all. */
    public void setBodyBytes(int bodyBytes) {
        this.bodyBytes = bodyBytes;
    }

    /** What stays free on the disk that bodies of forms pass through. */
    public void setFreeBytes(int freeBytes) {
        this.freeBytes = freeBytes;
    }

    /** Whether HTTPS is served too. */
    public void setHttps(boolean https) {
        this.https = https;
    }

    /** Where HTTPS is served. */
    public void setHttpsPort(int httpsPort) {
        this.httpsPort = httpsPort;
    }

    /** How long browsers shall use nothing but HTTPS. */
    public void setStrictSeconds(int strictSeconds) {
        this.strictSeconds = strictSeconds;
    }

    /** Where the launcher has put what the trust page shows. */
    public void setTrustDirectory(String trustDirectory) {
        this.trustDirectory = trustDirectory;
    }

    /** From which networks anybody may ask; all when empty. */
    public void setAllowedAddresses(String allowedAddresses) {
        this.allowedAddresses = allowedAddresses;
    }

    /** From which networks nobody may. */
    public void setDeniedAddresses(String deniedAddresses) {
        this.deniedAddresses = deniedAddresses;
    }

    @Override
    public HttpHandler wrap(HttpHandler deployments) {
        Pace pace = new Pace(Duration.ofSeconds(windowSeconds), bytesPerSecond);
        ReachedLimits reached = ReachedLimits.registered();
        Refusals refusals = new Refusals(reached);
        HttpHandler received = new BodyIntake(
                new SlowReaders(deployments, pace, reached),
                refusals,
                pace,
                new Room<>(),
                Path.of(System.getProperty("java.io.tmpdir")),
                bodyBytes,
                freeBytes);
        HttpHandler decoded = new URLDecodingHandler(received, StandardCharsets.UTF_8.name());
        HttpHandler opened = https
                ? new SecureDoor(decoded, refusals, new TrustPage(Path.of(trustDirectory), httpsPort), strictSeconds)
                : decoded;
        return new OperatorThreads(
                new AddressRule(new HeadRules(opened, refusals), refusals, allowedAddresses, deniedAddresses));
    }
}
