/**
 * Signing in with an account elsewhere (federated identity), by OpenID Connect and by Facebook's own protocol. A login elsewhere belongs to a person once that
 * person has linked it.
 *
 * <p>Imports: shared, events, vault, identity, factors.
 */
package org.lanerunner.federation;
