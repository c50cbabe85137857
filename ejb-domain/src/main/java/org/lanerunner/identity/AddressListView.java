package org.lanerunner.identity;

import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Versioned;

/**
 * @param networks such as {@code 203.0.113.0/24}; an empty list lets in from everywhere
 * @param yours the address from which the reader comes at this moment
 */
public record AddressListView(UUID organisationId, List<String> networks, String yours, int version)
        implements Versioned {}
