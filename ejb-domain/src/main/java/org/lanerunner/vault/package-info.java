/**
 * Protects secrets in the database from somebody who has only the database: each is sealed under a data key of its purpose, and the data keys under a master
 * key from a file.
 *
 * <p>Imports: shared.
 */
package org.lanerunner.vault;
