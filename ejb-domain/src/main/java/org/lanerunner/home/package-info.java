/**
 * The page on which a person comes in: the tasks that wait, and a search in all that the organisation has. Features bring their parts; this one puts them
 * together and knows none of them.
 *
 * <p>Imports: shared.
 */
package org.lanerunner.home;
