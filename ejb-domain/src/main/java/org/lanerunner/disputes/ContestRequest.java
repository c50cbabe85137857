package org.lanerunner.disputes;

import java.util.List;
import java.util.UUID;

/**
 * What the buyer has against a delivery.
 *
 * @param words what is wrong, to be read by the seller and by the administrators
 * @param documentIds photos and papers of the own organisation, 10 at most; none if left out
 */
public record ContestRequest(ContestReason reason, String words, List<UUID> documentIds) {}
