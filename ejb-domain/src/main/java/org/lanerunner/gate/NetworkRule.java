package org.lanerunner.gate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.Network;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Uuid7;

/**
 * Shuts a network out of the whole installation, or lets one in though a wider one is shut out. A rule is never changed: it is deleted, and another one made.
 */
@Entity
@Table(schema = "gate", name = "network_rule")
class NetworkRule {

    static final int REASON_LENGTH = 300;

    @Id
    private UUID id;

    @Code
    @Column(updatable = false)
    private String network;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private NetworkEffect effect;

    @Personal
    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private Instant until;

    @Column(name = "made_by", updatable = false)
    private UUID madeBy;

    @Column(name = "made_at", updatable = false)
    private Instant madeAt;

    protected NetworkRule() {}

    NetworkRule(Network network, NetworkEffect effect, String reason, Instant until, UUID madeBy, Instant now) {
        this.id = Uuid7.next();
        this.network = network.toString();
        this.effect = effect;
        this.reason = reason;
        this.until = until;
        this.madeBy = madeBy;
        this.madeAt = now;
    }

    UUID id() {
        return id;
    }

    ShutOut.Rule rule() {
        return new ShutOut.Rule(Network.of(network).orElseThrow(), effect, until);
    }

    NetworkRuleView view(Instant now) {
        return new NetworkRuleView(
                id, network, effect, reason, until, madeBy, madeAt, until != null && !now.isBefore(until));
    }
}
