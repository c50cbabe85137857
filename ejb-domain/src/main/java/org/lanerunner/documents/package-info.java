/**
 * Files that prove something: photos and papers, kept under their own hash. The organisation that stored one may read it, and so may the parties of its
 * booking.
 *
 * <p>Imports: shared, events.
 */
package org.lanerunner.documents;
