package org.lanerunner.ledger.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lanerunner.shared.Money;

/** How much test money to put into the wallet. */
@Schema(requiredProperties = "amount")
public record TopUp(Money amount) {}
