package org.lanerunner.disputes;

import java.util.List;
import java.util.UUID;

/**
 * The seller's answer to a contest.
 *
 * @param words to be read by the buyer and by the administrators
 * @param documentIds photos and papers of the own organisation, 10 at most; none if left out
 */
public record ContestAnswer(String words, List<UUID> documentIds) {}
