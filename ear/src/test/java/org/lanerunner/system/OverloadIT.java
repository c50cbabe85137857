package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.Rest.object;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** More than the server can do at once: some are told to come again, the others get what they asked for. */
@SystemTest
class OverloadIT {

    /** At most one is hashed and four wait, a processor. */
    private static final int MORE_THAN_ARE_TAKEN = 16 * Runtime.getRuntime().availableProcessors();

    @Test
    void signInsBeyondThoseThatWaitAreToldToComeAgain() {
        Callable<Answer> signIn = () ->
                Rest.post("/api/auth/login", object("email", People.newEmail(), "password", People.PASSWORD), null);
        List<Answer> answers = AtOnce.all(Collections.nCopies(MORE_THAN_ARE_TAKEN, signIn));
        List<Answer> refused =
                answers.stream().filter(answer -> answer.status() != 401).collect(Collectors.toList());
        assertTrue(refused.size() < answers.size(), "some get their answer");
        assertTrue(!refused.isEmpty(), "some are refused");
        for (Answer answer : refused) {
            answer.expect(429, "identity/busy");
            assertEquals("2", answer.header("Retry-After"));
        }
    }
}
