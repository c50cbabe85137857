/** Serves the built portal: files, headers, and the start page for its screens. Imports: nothing. */
package org.lanerunner.portal;
