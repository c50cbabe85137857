package org.lanerunner.gate;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.Network;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Unaudited;
import org.lanerunner.shared.Uuid7;

/** Lifts some rates for callers who show its token, for a while, perhaps from certain networks only. */
@Entity
@Table(schema = "gate", name = "rate_bypass")
class RateBypass {

    @Id
    private UUID id;

    @Unaudited
    @Column(updatable = false)
    private byte[] hash;

    @Personal
    @Column(updatable = false)
    private String reason;

    @Code
    @Column(updatable = false)
    private String rates;

    @Code
    @Column(updatable = false)
    private String networks;

    @Column(updatable = false)
    private Instant until;

    @Column(name = "made_by", updatable = false)
    private UUID madeBy;

    @Column(name = "made_at", updatable = false)
    private Instant madeAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    /** A timer writes this column, since it knows the uses on each node. */
    @Unaudited
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private Instant lastUsedAt;

    @Unaudited
    @Column(insertable = false, updatable = false)
    private long uses;

    protected RateBypass() {}

    /** @param networks the networks from which it is taken; empty for any */
    RateBypass(
            BypassToken token,
            String reason,
            Set<Rate> rates,
            List<Network> networks,
            Instant until,
            UUID madeBy,
            Instant now) {
        this.id = Uuid7.next();
        this.hash = token.hash();
        this.reason = reason;
        this.rates = rates.stream().sorted().map(Rate::name).collect(joining(" "));
        this.networks = networks.stream().map(Network::toString).distinct().collect(joining(" "));
        this.until = until;
        this.madeBy = madeBy;
        this.madeAt = now;
    }

    void revoke(Instant now) {
        if (revokedAt != null) {
            throw Refusal.conflict("gate/bypass-revoked", "It is revoked already.");
        }
        revokedAt = now;
    }

    UUID id() {
        return id;
    }

    RateBypassView view(Instant now) {
        return new RateBypassView(
                id,
                reason,
                KnownBypasses.rates(rates).stream().sorted().toList(),
                Arrays.stream(networks.split(" "))
                        .filter(network -> !network.isEmpty())
                        .toList(),
                madeBy,
                madeAt,
                until,
                revokedAt,
                lastUsedAt,
                uses,
                revokedAt == null && now.isBefore(until));
    }
}
