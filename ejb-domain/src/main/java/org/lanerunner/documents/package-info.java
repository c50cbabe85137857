/**
 * Files that prove something: photos and papers, kept under their own hash, readable by who stored them and by the parties of the booking they belong to.
 *
 * <p>Imports: shared, events.
 */
package org.lanerunner.documents;
