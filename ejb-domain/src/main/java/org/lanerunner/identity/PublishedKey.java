package org.lanerunner.identity;

/**
 * The public half of a key that verifies access tokens, as RFC 7517 writes it.
 *
 * @param kty the key's type
 * @param use the key's use
 * @param kid the name by which tokens name it
 * @param n the modulus
 * @param e the exponent
 */
public record PublishedKey(String kty, String use, String alg, String kid, String n, String e) {}
