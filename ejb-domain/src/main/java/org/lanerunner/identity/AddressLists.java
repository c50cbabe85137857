package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Network;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;

/** The networks from which members and keys of an organisation may act for it. A person who changes them must stay within them. */
@Stateless
public class AddressLists {

    /** Tells that a list has changed, so that nodes look at it again. */
    record Changed(UUID organisationId) {}

    /** It is enough for offices and a few people's homes; a larger organisation has a network of its own. */
    private static final int MOST = 50;

    private static final long LOCK = 7_210_040;

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Organisations organisations;

    @Inject
    private Sql sql;

    @Inject
    private Audit audit;

    @Inject
    private Event<Changed> changed;

    /** @param address the address from which the caller comes */
    public AddressListView view(Caller caller, UUID organisationId, String address) {
        organisations.requireManaged(caller, organisationId);
        AddressList list = entities.find(AddressList.class, organisationId);
        return list == null ? new AddressListView(organisationId, List.of(), address, 0) : view(list, address);
    }

    /**
     * Replaces the whole list. An empty one lets in from everywhere.
     *
     * @param address the address from which the caller comes, which must be in the list
     */
    public AddressListView allow(
            Caller caller, UUID organisationId, IfMatch ifMatch, List<String> networks, String address) {
        organisations.managed(caller, organisationId);
        caller.requireProof();
        AddressList list = entities.find(AddressList.class, organisationId);
        ifMatch.require(list == null ? 0 : list.version());
        if (list == null) {
            list = new AddressList(organisationId);
            entities.persist(list);
            entities.flush();
        }
        list.allow(checked(networks, address), nextRevision());
        entities.flush();
        audit.record(caller, "addresses.changed", organisationId);
        changed.fire(new Changed(organisationId));
        return view(list, address);
    }

    /** The next revision. The lock gives it to one transaction at a time, so revisions become visible in their order. */
    private long nextRevision() {
        sql.query("SELECT pg_advisory_xact_lock(?)", row -> true, LOCK);
        return sql.first("SELECT nextval('identity.address_list_revision')", row -> row.getLong(1))
                .orElseThrow();
    }

    private static List<Network> checked(List<String> networks, String address) {
        if (networks == null) {
            throw Refusal.invalid("/networks", "Name the networks, or none.");
        }
        if (networks.size() > MOST) {
            throw Refusal.invalid("/networks", "Name " + MOST + " networks at most.")
                    .beyond(Limit.NETWORKS);
        }
        List<Network> all = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            String pointer = "/networks/" + i;
            all.add(Network.of(networks.get(i))
                    .orElseThrow(() -> Refusal.invalid(
                            pointer, "Write an IPv4 address or network, such as 203.0.113.7 or 203.0.113.0/24.")));
        }
        if (!all.isEmpty() && all.stream().noneMatch(network -> network.contains(address))) {
            throw Refusal.invalid(
                    "/networks",
                    "Your own address, " + address + ", is in none of these; you would lock yourself out.");
        }
        return all;
    }

    private static AddressListView view(AddressList list, String address) {
        return new AddressListView(
                list.organisationId(),
                list.networks().stream().map(Network::toString).toList(),
                address,
                list.version());
    }
}
