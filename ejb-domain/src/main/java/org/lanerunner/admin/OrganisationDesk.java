package org.lanerunner.admin;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.bookings.BookingPermissions;
import org.lanerunner.bookings.BookingStatus;
import org.lanerunner.bookings.BookingView;
import org.lanerunner.bookings.Bookings;
import org.lanerunner.identity.IdentityPermissions;
import org.lanerunner.identity.OrganisationRegister;
import org.lanerunner.ledger.Ledger;
import org.lanerunner.ledger.LedgerPermissions;
import org.lanerunner.ledger.PostingView;
import org.lanerunner.ledger.WalletView;
import org.lanerunner.loads.LoadPermissions;
import org.lanerunner.loads.LoadSearch;
import org.lanerunner.loads.LoadStatus;
import org.lanerunner.loads.LoadView;
import org.lanerunner.loads.Loads;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;

/**
 * Looks into any organisation, just as that one sees itself, and changes nothing. The audit notes who opened its record ({@link OrganisationRegister#view}),
 * but not each page.
 */
@Stateless
public class OrganisationDesk {

    private static final Grants READING =
            Grants.of(Set.of(BookingPermissions.VIEW, LoadPermissions.VIEW, LedgerPermissions.WALLET_VIEW), Set.of());

    @Inject
    private OrganisationRegister register;

    @Inject
    private Bookings bookings;

    @Inject
    private Loads loads;

    @Inject
    private Ledger ledger;

    /** The bookings that the organisation bought and sold. */
    public Page<BookingView> bookings(Caller caller, UUID organisationId, BookingStatus status, PageRequest page) {
        caller.require(IdentityPermissions.ORGANISATIONS_VIEW);
        return bookings.search(inside(caller, organisationId), status, null, page);
    }

    public Page<LoadView> loads(Caller caller, UUID organisationId, LoadStatus status, PageRequest page) {
        caller.require(IdentityPermissions.ORGANISATIONS_VIEW);
        return loads.search(
                inside(caller, organisationId),
                new LoadSearch(LoadSearch.Scope.OWN, status, null, null, null, null),
                page);
    }

    public WalletView wallet(Caller caller, UUID organisationId) {
        caller.require(IdentityPermissions.ORGANISATIONS_VIEW);
        return ledger.wallet(inside(caller, organisationId));
    }

    public Page<PostingView> postings(Caller caller, UUID organisationId, PageRequest page) {
        caller.require(IdentityPermissions.ORGANISATIONS_VIEW);
        return ledger.postings(inside(caller, organisationId), page);
    }

    /** A caller who acts inside the organisation, reading only. The principal stays the administrator. */
    private Caller inside(Caller caller, UUID organisationId) {
        register.requireKnown(caller, organisationId);
        return new Caller(caller.principal(), organisationId, READING);
    }
}
