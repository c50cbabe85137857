/**
 * Second factors: what a person shows beside the password, or instead of it, to sign in and to prove anew who they are.
 *
 * <p>Imports: shared, events, vault, outbound, identity.
 */
package org.lanerunner.factors;
