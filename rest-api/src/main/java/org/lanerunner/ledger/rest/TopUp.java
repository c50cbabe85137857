package org.lanerunner.ledger.rest;

import jakarta.validation.constraints.NotNull;
import org.lanerunner.shared.Money;

/** How much test money to put into the wallet. */
public record TopUp(@NotNull Money amount) {}
