package org.lanerunner.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Network;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.SqlFailure;
import org.lanerunner.shared.SuspendsTransaction;

/**
 * The organisations' lists of networks, known in memory, so that no request asks the database. A change is known at once on the node where it is made, within
 * two seconds on the others.
 */
@NeedsNoPermission(because = "it is asked of every request, and shows nothing")
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@SuspendsTransaction(
        because = "what requests ask is known in memory; only the start, a change and the timer read the database")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AllowedNetworks {

    private static final Logger LOG = Logger.getLogger(AllowedNetworks.class);

    private record Read(UUID organisationId, List<Network> networks, long revision) {}

    private final Map<UUID, List<Network>> lists = new ConcurrentHashMap<>();
    private long newest;

    @Inject
    private Sql sql;

    @PostConstruct
    void start() {
        readChanged();
    }

    /** True if members and keys may act for the organisation from this address. */
    public boolean allow(UUID organisationId, String address) {
        List<Network> list = lists.get(organisationId);
        return list == null || list.stream().anyMatch(network -> network.contains(address));
    }

    public void changedHere(@Observes(during = TransactionPhase.AFTER_SUCCESS) AddressLists.Changed change) {
        lookAgain();
    }

    /** If the database does not answer, what is known stays as it is. */
    @Schedule(
            hour = "*",
            minute = "*",
            second = "*/2",
            persistent = false,
            info = "address lists that changed on other nodes")
    public void lookAgain() {
        try {
            readChanged();
        } catch (SqlFailure unreachable) {
            LOG.warnf("address lists could not be read: %s", unreachable.getMessage());
        }
    }

    /** Reads only the lists that changed since the last time, since there may be many. */
    private synchronized void readChanged() {
        for (Read read : sql.query(
                "SELECT organisation_id, networks, revision FROM identity.address_list WHERE revision > ? ORDER BY revision",
                row -> new Read(
                        Sql.id(row, "organisation_id"),
                        AddressList.parsed(row.getString("networks")),
                        row.getLong("revision")),
                newest)) {
            if (read.networks().isEmpty()) {
                lists.remove(read.organisationId());
            } else {
                lists.put(read.organisationId(), read.networks());
            }
            newest = read.revision();
        }
    }
}
