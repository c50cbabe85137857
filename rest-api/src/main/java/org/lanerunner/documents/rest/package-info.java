/** The documents' part of the public API. */
package org.lanerunner.documents.rest;
