package org.lanerunner.documents;

import java.nio.file.Path;

/** Bytes that are whole and safely on disk, under a passing name until a document takes them over. */
public record ArrivedFile(String sha256, long sizeBytes, DocumentType type, Path arrived) {}
