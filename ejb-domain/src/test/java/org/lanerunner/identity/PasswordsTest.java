package org.lanerunner.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What a hash costs is its memory, which can be counted, while its time can't be told on a machine with other work. */
class PasswordsTest {

    private static final long MEMORY_BYTES = 19L << 20;
    private static final String PASSWORD = "correct horse battery staple";

    private final Passwords passwords = new Passwords();
    private final String hash = passwords.hash(PASSWORD, "/password");

    @Test
    void aRightPasswordIsRightAndAWrongOneIsNot() {
        assertTrue(passwords.verify(PASSWORD, () -> hash));
        assertFalse(passwords.verify("wrong horse battery staple", () -> hash));
    }

    @Test
    void whatCanNotBeRightCostsAsMuchAsWhatCanBe() {
        costsAHash("wrong horse battery staple", hash);
        costsAHash("wrong horse battery staple", null);
        costsAHash(null, hash);
        costsAHash("", hash);
        costsAHash("", null);
        costsAHash("x".repeat(1000), hash);
    }

    private void costsAHash(String password, String against) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertFalse(passwords.verify(password, () -> against));
        long cost = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(cost >= MEMORY_BYTES, () -> password + " cost " + cost + " bytes");
    }
}
