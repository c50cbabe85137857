package org.lanerunner.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.lanerunner.events.EventAudience;

/** Says who is shown that money has moved. */
@ApplicationScoped
class PaymentAudience implements EventAudience {

    @Override
    public Map<String, String> permissions() {
        return Map.of("payment", LedgerPermissions.WALLET_VIEW);
    }
}
