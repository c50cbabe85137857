package org.lanerunner.outbound.messaging;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.lanerunner.outbound.Content;
import org.lanerunner.outbound.Delivery;
import org.lanerunner.outbound.SmsOutcomes;
import org.lanerunner.shared.Settings;

/**
 * SMS by Twilio's API. After some failures in a row nothing is sent for a while; then one message is tried. Twilio can't recognise a message that it has
 * already: where it was asked and no answer came, the message is sent once more, and may then arrive twice.
 */
@ApplicationScoped
public class TwilioGateway implements Gateway {

    private static final int LONGEST_TRY_MILLISECONDS = 45_000;
    private static final int CLOSED_MILLISECONDS = 3_000;
    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 15;
    private static final int LONGEST_ANSWER_BYTES = 65_536;

    private SmsAccount account;
    private Function<UUID, String> callback;
    private volatile TwilioMessages messages;

    TwilioGateway() {}

    @Inject
    TwilioGateway(Settings settings, SmsOutcomes outcomes) {
        this(SmsAccount.of(settings), outcomes::address);
    }

    /** @param callback the address at which Twilio reports what became of a delivery; empty for none */
    TwilioGateway(SmsAccount account, Function<UUID, String> callback) {
        this.account = account;
        this.callback = callback;
    }

    @Override
    @CircuitBreaker(
            requestVolumeThreshold = 4,
            failureRatio = 0.75,
            delay = CLOSED_MILLISECONDS,
            failOn = {Unreachable.class, TimeoutException.class})
    @Timeout(LONGEST_TRY_MILLISECONDS)
    public String send(Delivery delivery, Content content) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(TwilioGateway.class.getClassLoader());
        try {
            return ask(delivery, content);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The client looks for its parts with the thread's class loader, which may be another deployment's; so {@code send} sets it for the call. */
    private String ask(Delivery delivery, Content content) {
        try (Response answer = client().create(account.account(), account.authorization(), form(delivery, content));
                InputStream body = answer.readEntity(InputStream.class)) {
            return TwilioAnswer.of(answer.getStatus(), body.readNBytes(LONGEST_ANSWER_BYTES))
                    .taken();
        } catch (ProcessingException failure) {
            throw told(failure);
        } catch (IOException brokenOff) {
            throw new Unanswered("twilio/no-answer", brokenOff);
        }
    }

    private Form form(Delivery delivery, Content content) {
        Form form = new Form()
                .param("To", delivery.address())
                .param(account.sender(), account.from())
                .param("Body", content.text());
        String address = callback.apply(delivery.id());
        return address.isEmpty() ? form : form.param("StatusCallback", address);
    }

    /** Made when the first message is sent, since most servers never send one. Its answers are read whatever their status. */
    private TwilioMessages client() {
        TwilioMessages known = messages;
        if (known == null) {
            known = RestClientBuilder.newBuilder()
                    .baseUri(account.url())
                    .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                    .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .property("microprofile.rest.client.disable.default.mapper", true)
                    .build(TwilioMessages.class);
            messages = known;
        }
        return known;
    }

    @PreDestroy
    void end() {
        try {
            if (messages != null) {
                messages.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Says whether Twilio may have the message: it can't where no connection was made. */
    static Unreachable told(ProcessingException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean notConnected = cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof UnknownHostException
                    || cause instanceof SSLHandshakeException
                    || cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException);
            if (notConnected) {
                return new Unreachable("twilio/no-connection", failure);
            }
        }
        return new Unanswered("twilio/no-answer", failure);
    }
}
