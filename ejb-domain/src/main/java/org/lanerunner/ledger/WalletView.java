package org.lanerunner.ledger;

import java.util.List;
import org.lanerunner.shared.Money;

/** The money of an organisation, by currency. Test money stands apart from real money. */
public record WalletView(List<Balance> balances) {

    /** @param available can be spent
     *  @param escrowed is held for bookings under way */
    public record Balance(String currency, Money available, Money escrowed, boolean test) {}
}
