package org.lanerunner.identity;

/**
 * The public half of a key that verifies access tokens, as RFC 7517 writes it.
 *
 * @param kty its type
 * @param use what it is for
 * @param kid by which tokens name it
 * @param n its modulus
 * @param e its exponent
 */
public record PublishedKey(String kty, String use, String alg, String kid, String n, String e) {}
