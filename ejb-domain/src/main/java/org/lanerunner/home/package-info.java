/**
 * What a person comes in by: what waits, and what is looked for among all that is one's own. Features bring their parts; this one puts them together and knows none of them.
 *
 * <p>Imports: shared.
 */
package org.lanerunner.home;
