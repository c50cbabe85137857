package org.lanerunner.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void successorOfASecretIsTheSameForTheSameKeyOnly() {
        Secret secret = Secret.random();
        byte[] key = {1, 2, 3};
        assertEquals(secret.successor(key), secret.successor(key));
        assertNotEquals(secret.successor(key), secret.successor(new byte[] {3, 2, 1}));
        assertNotEquals(secret, secret.successor(key));
        assertEquals("Secret", secret.toString());
    }
}
