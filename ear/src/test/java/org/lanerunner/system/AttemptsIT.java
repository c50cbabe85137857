package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who guesses passwords, from one address or from many, is held up; the person is not. Each address of the loopback range is a place of its own. */
@SystemTest
class AttemptsIT {

    private static final String WRONG = "not the password";
    private static final int AT_A_PLACE = 5;
    private static final int OF_AN_ACCOUNT = 20;
    private static final Pattern RETRY_AFTER = Pattern.compile("Retry-After: (\\d+)");

    @Test
    void whoGuessesAtOnePlaceWaitsThereInTheSameWordsForWhatIsNoAccount() {
        String known = People.shipper().email();
        List<String> ofKnown = guess(known, AT_A_PLACE + 1, 11);
        List<String> ofUnknown = guess(People.newEmail(), AT_A_PLACE + 1, 11);
        assertEquals(Collections.nCopies(AT_A_PLACE, 401), statuses(ofKnown).subList(0, AT_A_PLACE));
        assertEquals(statuses(ofKnown), statuses(ofUnknown));
        assertEquals(told(ofKnown.get(AT_A_PLACE)), told(ofUnknown.get(AT_A_PLACE)));
        String heldUp = signIn(known, People.PASSWORD, 11);
        assertTrue(heldUp.startsWith("HTTP/1.1 429 ") && heldUp.contains("identity/too-many-attempts"), heldUp);
        Matcher wait = RETRY_AFTER.matcher(heldUp);
        assertTrue(wait.find() && Integer.parseInt(wait.group(1)) <= 60, heldUp);

        assertTrue(signIn(known, People.PASSWORD, 12).startsWith("HTTP/1.1 200 "), "elsewhere nobody waits");
        assertTrue(
                signIn(known, People.PASSWORD, 11).startsWith("HTTP/1.1 429 "), "another place's success ends no lock");
    }

    @Test
    void whoGuessesFromManyPlacesHoldsUpStrangersButNotThePersonsOwnBrowser() {
        Person person = People.shipper();
        String victim = person.email();
        String own = "Device-Key: " + UUID.randomUUID() + "\r\n";
        assertTrue(signIn(victim, People.PASSWORD, 1, own).startsWith("HTTP/1.1 200 "));
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.addAll(statuses(List.of(signIn(victim, WRONG, 20 + i / 2))));
        }
        assertEquals(Collections.nCopies(OF_AN_ACCOUNT, 401), answers.subList(0, OF_AN_ACCOUNT));
        assertEquals(Collections.nCopies(50 - OF_AN_ACCOUNT, 429), answers.subList(OF_AN_ACCOUNT, 50));

        Eventually.get(
                () -> Sql.number("SELECT count(*) FROM outbound.delivery WHERE kind LIKE '%/locked' AND person_id = '"
                        + person.personId() + "'"),
                mails -> mails == 1);
        String stranger = "Device-Key: " + UUID.randomUUID() + "\r\n";
        assertTrue(signIn(victim, People.PASSWORD, 90, stranger).startsWith("HTTP/1.1 429 "), "a right guess, too");
        assertTrue(signIn(victim, People.PASSWORD, 20, own).startsWith("HTTP/1.1 200 "), "the victim gets in");
        assertTrue(signIn(victim, People.PASSWORD, 91).startsWith("HTTP/1.1 200 "), "and all is forgotten");
    }

    /** What can't be a password is a try like any other. */
    @Test
    void whatIsNoPasswordCountsToo() {
        String victim = People.shipper().email();
        List<String> answers = new ArrayList<>();
        for (String password : List.of("", "x".repeat(201), "", "x".repeat(5000), "")) {
            answers.add(signIn(victim, password, 51));
        }
        assertEquals(Collections.nCopies(AT_A_PLACE, 401), statuses(answers));
        assertTrue(signIn(victim, People.PASSWORD, 51).startsWith("HTTP/1.1 429 "));
    }

    /** The twentieth try holds the account up everywhere, unless it is the right one: then there is nothing to tell. */
    @Test
    void nobodyIsToldOfTheOwnRightPassword() {
        Person person = People.shipper();
        for (int i = 0; i < OF_AN_ACCOUNT - 1; i++) {
            signIn(person.email(), WRONG, 20 + i / 2);
        }
        assertTrue(signIn(person.email(), People.PASSWORD, 60).startsWith("HTTP/1.1 200 "));
        assertEquals(
                0,
                Sql.number("SELECT count(*) FROM outbound.delivery WHERE kind LIKE '%/locked' AND person_id = '"
                        + person.personId() + "'"));
    }

    @Test
    void guessesAtOnceCountEach() {
        String victim = People.shipper().email();
        List<Answer> answers = AtOnce.all(Collections.nCopies(
                30, () -> Rest.post("/api/auth/login", object("email", victim, "password", WRONG), null)));
        assertTrue(answers.stream().filter(answer -> answer.status() == 401).count() <= AT_A_PLACE);
        assertTrue(answers.stream().allMatch(answer -> answer.status() == 401 || answer.status() == 429));
    }

    @Test
    void knownBrowserThatGuessesWaitsByItself() {
        String person = People.shipper().email();
        String own = "Device-Key: " + UUID.randomUUID() + "\r\n";
        assertTrue(signIn(person, People.PASSWORD, 1, own).startsWith("HTTP/1.1 200 "));
        for (int i = 0; i < AT_A_PLACE; i++) {
            signIn(person, WRONG, 30 + i, own);
        }
        assertTrue(signIn(person, People.PASSWORD, 40, own).startsWith("HTTP/1.1 429 "));
        assertTrue(signIn(person, People.PASSWORD, 40).startsWith("HTTP/1.1 200 "));
    }

    private static List<String> guess(String email, int times, int place) {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            answers.add(signIn(email, WRONG, place));
        }
        return answers;
    }

    private static List<Integer> statuses(List<String> answers) {
        return answers.stream()
                .map(answer -> Integer.parseInt(answer.substring(9, 12)))
                .toList();
    }

    private static String told(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n")).replaceAll("\"correlationId\":\"[^\"]*\"", "");
    }

    private static String signIn(String email, String password, int place, String... headers) {
        byte[] body =
                ("{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}").getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress("127.0.0." + place, 0));
            socket.connect(new InetSocketAddress(
                    TestServer.address().getHost(), TestServer.address().getPort()));
            socket.getOutputStream()
                    .write(
                            ("POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                                            + String.join("", headers) + "Content-Length: " + body.length + "\r\n\r\n")
                                    .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
