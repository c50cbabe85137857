package org.lanerunner.outbound.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.lanerunner.outbound.Content;
import org.lanerunner.outbound.Delivery;
import org.lanerunner.outbound.MailContent;
import org.lanerunner.shared.Settings;

/**
 * Mail by SMTP. After some failures in a row nothing is sent for a while; then one message is tried. A reply of the server about a recipient or a message
 * concerns that message. A reply about us (no connection, no authentication, our address as sender, "later" for everything) concerns no single message.
 */
@ApplicationScoped
public class SmtpGateway implements Gateway {

    private static final int LONGEST_TRY_MILLISECONDS = 45_000;
    private static final int CLOSED_MILLISECONDS = 3_000;
    private static final int SERVICE_NOT_AVAILABLE = 421;
    private static final int FOR_GOOD = 500;

    private MailServer server;

    SmtpGateway() {}

    @Inject
    SmtpGateway(Settings settings) {
        this(MailServer.of(settings));
    }

    /** For a worker that runs outside of the application. */
    public SmtpGateway(MailServer server) {
        this.server = server;
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
        thread.setContextClassLoader(SMTPTransport.class.getClassLoader());
        try {
            transmit(delivery, (MailContent) content);
            return null;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Jakarta Mail looks for its parts with the thread's class loader, which may be another deployment's; so {@code send} sets it for the call. */
    private void transmit(Delivery delivery, MailContent content) {
        Session session = Session.getInstance(
                server.properties(!StandardCharsets.US_ASCII.newEncoder().canEncode(delivery.address())));
        InternetAddress to = recipient(delivery);
        try (Transport transport = session.getTransport(server.protocol())) {
            String user = server.user().isEmpty() ? null : server.user();
            MimeMessage mail =
                    OutgoingMail.of(session, new InternetAddress(server.from(), true), to, delivery, content);
            transport.connect(server.host(), server.port(), user, user == null ? null : server.password());
            transport.sendMessage(mail, new Address[] {to});
        } catch (MessagingException failure) {
            throw told(failure);
        }
    }

    private static InternetAddress recipient(Delivery delivery) {
        try {
            return OutgoingMail.address(delivery.address());
        } catch (AddressException noAddress) {
            throw new NotWanted("mail/address", true);
        }
    }

    static RuntimeException told(MessagingException failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException of) {
                return notWanted(of.getReturnCode(), failure);
            }
            if (cause instanceof SMTPSendFailedException of && !"MAIL".equals(verb(of.getCommand()))) {
                return notWanted(of.getReturnCode(), failure);
            }
            if (cause instanceof AuthenticationFailedException) {
                return new Unreachable("smtp/authentication", failure);
            }
        }
        return new Unreachable("smtp/no-connection", failure);
    }

    private static RuntimeException notWanted(int code, MessagingException failure) {
        return code == SERVICE_NOT_AVAILABLE || code <= 0
                ? new Unreachable("smtp/" + Math.max(code, 0), failure)
                : new NotWanted("smtp/" + code, code >= FOR_GOOD);
    }

    /** What was said about each address is in a chain of its own, beside the causes. */
    private static Throwable next(Throwable failure) {
        return failure instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : failure.getCause();
    }

    private static String verb(String command) {
        return command == null ? "" : command.split("[ :]", 2)[0];
    }
}
