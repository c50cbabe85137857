package org.lanerunner.documents;

/** Bytes that are safely on disk. */
record StoredFile(String sha256, long sizeBytes, DocumentType type) {}
