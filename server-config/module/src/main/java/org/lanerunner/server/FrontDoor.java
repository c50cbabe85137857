package org.lanerunner.server;

import io.undertow.server.HandlerWrapper;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.URLDecodingHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Stands before every deployment, as a filter of the server's host. A request goes on when its head can be trusted and its body is there, so no worker ever
 * waits for what a client has not sent. Operators' requests are answered by threads of their own. The scripts of server-config set the numbers.
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

    /** The seconds within which a body, or the reader of an answer, must move its share of bytes. */
    public void setWindowSeconds(int windowSeconds) {
        this.windowSeconds = windowSeconds;
    }

    /** The least number of bytes a second that a body or the reader of an answer must move. */
    public void setBytesPerSecond(int bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    /** The size of the largest body that is accepted. */
    public void setBodyBytes(int bodyBytes) {
        this.bodyBytes = bodyBytes;
    }

    /** How much of the disk through which the bodies of forms pass must stay free. */
    public void setFreeBytes(int freeBytes) {
        this.freeBytes = freeBytes;
    }

    /** Whether HTTPS is served too. */
    public void setHttps(boolean https) {
        this.https = https;
    }

    /** The port of HTTPS. */
    public void setHttpsPort(int httpsPort) {
        this.httpsPort = httpsPort;
    }

    /** For how long browsers shall use nothing but HTTPS. */
    public void setStrictSeconds(int strictSeconds) {
        this.strictSeconds = strictSeconds;
    }

    /** The folder into which the launcher has put the files of the trust page. */
    public void setTrustDirectory(String trustDirectory) {
        this.trustDirectory = trustDirectory;
    }

    /** The networks from which requests are allowed; all when empty. */
    public void setAllowedAddresses(String allowedAddresses) {
        this.allowedAddresses = allowedAddresses;
    }

    /** The networks from which no request is allowed. */
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
