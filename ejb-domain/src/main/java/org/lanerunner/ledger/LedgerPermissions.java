package org.lanerunner.ledger;

import org.lanerunner.shared.Grantable;
import org.lanerunner.shared.PermissionGroup;

/** What one may do with the wallet. */
public final class LedgerPermissions {

    @Grantable(group = PermissionGroup.MONEY, place = 10, text = "See the wallet and its postings")
    public static final String WALLET_VIEW = "wallet.view";

    @Grantable(group = PermissionGroup.MONEY, place = 20, text = "Put money into the wallet")
    public static final String WALLET_TOP_UP = "wallet.top-up";

    private LedgerPermissions() {}
}
