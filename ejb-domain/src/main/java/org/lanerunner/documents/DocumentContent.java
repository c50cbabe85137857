package org.lanerunner.documents;

import java.nio.file.Path;

/** A document and the file that holds its bytes, to stream from. */
public record DocumentContent(DocumentView document, Path file) {}
