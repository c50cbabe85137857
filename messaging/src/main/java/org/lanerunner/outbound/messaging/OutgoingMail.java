package org.lanerunner.outbound.messaging;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import org.lanerunner.outbound.Delivery;
import org.lanerunner.outbound.MailContent;

/**
 * A mail on the wire: the same words as plain text and as HTML. Its Message-ID is made from the delivery, so it is the same at each try: when a mail is sent
 * again because nobody knows whether it arrived, the recipient's side can recognise the second one. The parts are written line by line, since Jakarta Mail
 * looks up its own writers with a class loader that a deployment doesn't see. Where the reader may unsubscribe from this kind, headers tell mail programs so
 * (RFC 8058).
 */
final class OutgoingMail {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String END = "\r\n";

    private OutgoingMail() {}

    /** @throws AddressException when the sender's or the recipient's address is not valid */
    static MimeMessage of(
            Session session, InternetAddress from, InternetAddress to, Delivery delivery, MailContent content)
            throws MessagingException {
        String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        String boundary = "=_" + delivery.id();
        StringBuilder mail = new StringBuilder();
        header(mail, "From", from.toString());
        header(mail, "To", to.toString());
        header(mail, "Subject", encoded(content.subject()));
        header(mail, "Date", new MailDateFormat().format(Date.from(delivery.createdAt())));
        header(mail, "Message-ID", "<" + delivery.id() + "@" + domain + ">");
        header(mail, "Auto-Submitted", "auto-generated");
        if (content.oneClick() != null) {
            header(mail, "List-Unsubscribe", "<" + content.oneClick() + ">");
            if (content.oneClick().startsWith("https://")) {
                header(mail, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        }
        header(mail, "MIME-Version", "1.0");
        header(mail, "Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"");
        mail.append(END);
        part(mail, boundary, "plain", content.text());
        part(mail, boundary, "html", content.html());
        mail.append("--").append(boundary).append("--").append(END);
        return new MimeMessage(session, new ByteArrayInputStream(mail.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** The address with its domain in the form that mail servers know; the part before the @ stays. */
    static InternetAddress address(String address) throws AddressException {
        int at = address.lastIndexOf('@');
        try {
            return new InternetAddress(
                    address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1), IDN.ALLOW_UNASSIGNED), true);
        } catch (IllegalArgumentException noDomain) {
            throw new AddressException(noDomain.getMessage(), address);
        }
    }

    private static void header(StringBuilder mail, String name, String value) {
        mail.append(name)
                .append(": ")
                .append(MimeUtility.fold(name.length() + 2, value))
                .append(END);
    }

    private static String encoded(String text) {
        try {
            return MimeUtility.encodeText(text, UTF_8, null);
        } catch (UnsupportedEncodingException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static void part(StringBuilder mail, String boundary, String subtype, String text) {
        mail.append("--").append(boundary).append(END);
        header(mail, "Content-Type", "text/" + subtype + "; charset=" + UTF_8);
        header(mail, "Content-Transfer-Encoding", "base64");
        mail.append(END);
        mail.append(Base64.getMimeEncoder()
                        .encodeToString(text.replace("\n", END).getBytes(StandardCharsets.UTF_8)))
                .append(END);
    }
}
