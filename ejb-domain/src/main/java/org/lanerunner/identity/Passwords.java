package org.lanerunner.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.time.Duration;
import java.util.function.Supplier;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Turnstile;

/**
 * Hashes and verifies passwords with Argon2id (19 MiB, two passes). If there is more than one processor, one is left to all other work. A few callers wait a
 * moment, and the rest are told to come again before anything is looked up: otherwise sign-ins could use up the server. It is never called inside a
 * transaction.
 */
@ApplicationScoped
class Passwords {

    private static final int MEMORY_KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int MINIMUM_LENGTH = 10;
    private static final int MAXIMUM_LENGTH = 200;
    private static final int PROCESSORS = Math.max(1, Runtime.getRuntime().availableProcessors());

    /** A hash takes some fifty milliseconds. A caller who waits behind four others for each processor still does not notice the delay. */
    private static final int WAITING = 4 * PROCESSORS;

    private static final int AT_ONCE = Math.max(1, PROCESSORS - 1);

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int RETRY_AFTER_SECONDS = 2;

    /** The password that is checked in the place of one that can't be right. It is not empty, since the library refuses an empty one without making a hash. */
    private static final String NOBODYS = "nobody has this password";

    private final Argon2Function argon2 =
            Argon2Function.getInstance(MEMORY_KIBIBYTES, PASSES, 1, HASH_BYTES, Argon2.ID);
    private final Turnstile turnstile = new Turnstile(AT_ONCE, WAITING, PATIENCE);
    private final String nobodys = hash(Secret.random().text(), "/password");

    /**
     * @param own the person's address and name, which must not be the password
     * @throws Refusal INVALID when it is too short, too long or too well known, TOO_MANY when too many wait
     */
    String hash(String password, String pointer, String... own) {
        int length = password == null ? 0 : password.codePointCount(0, password.length());
        if (length < MINIMUM_LENGTH || length > MAXIMUM_LENGTH) {
            throw Refusal.invalid(
                    pointer, "A password has " + MINIMUM_LENGTH + " to " + MAXIMUM_LENGTH + " characters.");
        }
        if (CommonPasswords.knows(normal(password), own)) {
            throw Refusal.invalid(
                    pointer,
                    "This password is among the first that are tried. Choose another; a few words together are a good one.");
        }
        return turnstile.pass(
                () -> Password.hash(normal(password))
                        .addRandomSalt(SALT_BYTES)
                        .with(argon2)
                        .getResult(),
                Passwords::busy);
    }

    /**
     * Verifies a password. One that can't be right (none, a too long one, or one for an account that does not exist) takes as long and costs as much: otherwise
     * such attempts could be counted faster than real ones can be made.
     *
     * @param hash gives null for an account that does not exist; it is asked when this caller's turn has come, and never when too many wait
     */
    boolean verify(String password, Supplier<String> hash) {
        return turnstile.pass(() -> isOf(password, hash.get()), Passwords::busy);
    }

    private boolean isOf(String password, String hash) {
        boolean possible = hash != null
                && password != null
                && !password.isEmpty()
                && password.codePointCount(0, password.length()) <= MAXIMUM_LENGTH;
        return Password.check(possible ? normal(password) : NOBODYS, possible ? hash : nobodys)
                        .with(argon2)
                && possible;
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static Refusal busy() {
        return new Refusal(
                        Refusal.Kind.TOO_MANY,
                        "identity/busy",
                        "Too many people sign in at this moment; try again shortly.")
                .beyond(Limit.SIGN_INS)
                .retryAfter(RETRY_AFTER_SECONDS);
    }
}
