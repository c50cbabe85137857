package org.lanerunner.outbound.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Scanner;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanerunner.outbound.Channel;
import org.lanerunner.outbound.Delivery;
import org.lanerunner.outbound.MailContent;

/** Mail over a real SMTP server, and over one that answers whatever a test wants. */
class SmtpGatewayTest {

    private static final String SUBJECT = "Größe, 日本 – " + "long ".repeat(40);
    private static final String FROM = "LaneRunner <no-reply@lanes.example>";

    @Test
    void aMailHasBothFormsAndTheSameIdAtEachTry() throws Exception {
        GreenMail server = started();
        try {
            SmtpGateway gateway = gateway(server.getSmtp().getPort(), "none");
            Delivery delivery = delivery("ann@example.org");
            gateway.send(delivery, content(SUBJECT));
            gateway.send(delivery, content(SUBJECT));
            MimeMessage[] got = server.getReceivedMessages();
            assertEquals(2, got.length);
            assertEquals("<" + delivery.id() + "@lanes.example>", got[0].getMessageID());
            assertEquals(got[0].getMessageID(), got[1].getMessageID());
            assertEquals(SUBJECT.strip(), got[0].getSubject().strip());
            assertEquals("LaneRunner <no-reply@lanes.example>", got[0].getFrom()[0].toString());
            MimeMultipart parts = (MimeMultipart) got[0].getContent();
            assertTrue(parts.getContentType().startsWith("multipart/alternative"));
            assertEquals("text ü\r\n", parts.getBodyPart(0).getContent());
            assertTrue(parts.getBodyPart(1).getContentType().startsWith("text/html"));
            assertEquals("<p>ü</p>", parts.getBodyPart(1).getContent());
        } finally {
            server.stop();
        }
    }

    @Test
    void nobodyThereIsNoMessagesFault() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        SmtpGateway gateway = gateway(port, "none");
        Unreachable nobody =
                assertThrows(Unreachable.class, () -> gateway.send(delivery("a@example.org"), content("s")));
        assertEquals("smtp/no-connection", nobody.code());
    }

    @Test
    void aMailSaysWhereMailProgramsStopItsKind() throws Exception {
        GreenMail server = started();
        try {
            SmtpGateway gateway = gateway(server.getSmtp().getPort(), "none");
            String link = "https://lanes.example/api/notifications/unsubscribe/" + "t".repeat(43);
            gateway.send(delivery("a@example.org"), new MailContent("s", "t", "<p>t</p>", link));
            gateway.send(delivery("b@example.org"), content("s"));
            MimeMessage footed = server.getReceivedMessages()[0];
            assertEquals("<" + link + ">", footed.getHeader("List-Unsubscribe", null));
            assertEquals("List-Unsubscribe=One-Click", footed.getHeader("List-Unsubscribe-Post", null));
            assertEquals(null, server.getReceivedMessages()[1].getHeader("List-Unsubscribe", null));
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatProtectsNothingIsNotSpokenTo() {
        GreenMail server = started();
        try {
            SmtpGateway gateway = gateway(server.getSmtp().getPort(), "starttls");
            assertThrows(Unreachable.class, () -> gateway.send(delivery("a@example.org"), content("s")));
            assertEquals(0, server.getReceivedMessages().length);
        } finally {
            server.stop();
        }
    }

    @Test
    void anAddressThatIsNoneIsRefusedForGood() {
        NotWanted no = assertThrows(
                NotWanted.class, () -> gateway(1, "none").send(delivery("a..b@exa mple.org"), content("s")));
        assertTrue(no.forGood());
    }

    /** What is said of the recipient or of the message is about it; what is said of us, or "come later" to all, is about none. */
    @ParameterizedTest
    @CsvSource({
        "RCPT, 550, smtp/550, true",
        "RCPT, 450, smtp/450, false",
        "DATA, 554, smtp/554, true",
        "., 451, smtp/451, false",
        "RCPT, 421, , ",
        "MAIL, 550, , ",
        "LO, 554, , "
    })
    void theServersAnswerSaysWhoseFaultItIs(String verb, int answer, String code, Boolean forGood) throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            Thread server = new Thread(() -> speak(socket, verb, answer));
            server.setDaemon(true);
            server.start();
            SmtpGateway gateway = gateway(socket.getLocalPort(), "none");
            RuntimeException told =
                    assertThrows(RuntimeException.class, () -> gateway.send(delivery("a@example.org"), content("s")));
            if (code == null) {
                assertEquals(Unreachable.class, told.getClass());
            } else {
                NotWanted no = (NotWanted) told;
                assertEquals(code, no.code());
                assertEquals(forGood, no.forGood());
            }
        }
    }

    /** Says yes to everything but one verb, or several with the same end. */
    private static void speak(ServerSocket socket, String verb, int answer) {
        try (Socket client = socket.accept();
                Scanner lines = new Scanner(client.getInputStream(), StandardCharsets.US_ASCII)) {
            OutputStream out = client.getOutputStream();
            say(out, "220 here");
            boolean data = false;
            while (lines.hasNextLine()) {
                String line = lines.nextLine();
                String said = line.split("[ :]", 2)[0];
                if (data && !line.equals(".")) {
                    continue;
                }
                data = said.equals("DATA") && !verb.equals("DATA");
                say(out, said.endsWith(verb) ? answer + " no" : data ? "354 go on" : "250 yes");
            }
        } catch (IOException gone) {
            assertFalse(gone.getMessage().isEmpty());
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static GreenMail started() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    private static SmtpGateway gateway(int port, String tls) {
        return new SmtpGateway(new MailServer("127.0.0.1", port, tls, "", "", FROM));
    }

    private static MailContent content(String subject) {
        return new MailContent(subject, "text ü\n", "<p>ü</p>", null);
    }

    private static Delivery delivery(String address) {
        return new Delivery(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Channel.MAIL,
                "test/test",
                address,
                new byte[0],
                0,
                1,
                Instant.now(),
                null);
    }
}
