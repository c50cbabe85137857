package org.lanerunner.benchmarks;

/** The bytes of a sign-in, without a token. */
final class SignInRequest {

    private SignInRequest() {}

    /** @param email and password without characters that JSON escapes */
    static byte[] of(int port, String email, String password) {
        String body = "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}";
        return HttpConnection.request("POST", "/api/auth/login", port, null, body);
    }
}
