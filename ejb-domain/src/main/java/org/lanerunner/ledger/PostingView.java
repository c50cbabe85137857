package org.lanerunner.ledger;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Money;

/** One movement on an account of an organisation: positive in, negative out. A top-up has no booking. */
public record PostingView(
        UUID id,
        UUID transferId,
        TransferKind kind,
        AccountKind account,
        Money amount,
        @Nullable UUID bookingId,
        boolean test,
        Instant createdAt) {}
