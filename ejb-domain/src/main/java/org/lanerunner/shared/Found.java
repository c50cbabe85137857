package org.lanerunner.shared;

import java.util.UUID;

/**
 * Something of the caller's own that was looked for.
 *
 * @param kind the kind of thing, in the word by which its events begin, such as {@code booking}
 * @param origin the town where its way begins
 * @param destination the town where it ends
 */
public record Found(String kind, UUID id, String reference, String origin, String destination) {}
