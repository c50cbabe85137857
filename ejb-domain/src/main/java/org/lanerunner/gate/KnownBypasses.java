package org.lanerunner.gate;

import static java.util.stream.Collectors.toMap;

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
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Network;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.SqlFailure;
import org.lanerunner.shared.SuspendsTransaction;

/**
 * The living bypasses, known in memory: at once on the node where one was made or revoked, within two seconds on the others. Their uses are counted in memory
 * too, and told to the database every two seconds. A crash loses that much of the count.
 */
@NeedsNoPermission(because = "it is asked before anybody is a caller, and shows nothing")
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@SuspendsTransaction(
        because = "what requests ask is known in memory; only the start, a change and the timer use the database")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KnownBypasses {

    private static final Logger LOG = Logger.getLogger(KnownBypasses.class);

    private record Known(UUID id, ByteBuffer hash, Set<Rate> rates, List<Network> networks, Instant until) {

        private boolean lifts(Rate rate, String address, Instant now) {
            return rates.contains(rate)
                    && now.isBefore(until)
                    && (networks.isEmpty() || networks.stream().anyMatch(network -> network.contains(address)));
        }
    }

    private volatile Map<ByteBuffer, Known> living = Map.of();
    private final Map<UUID, LongAdder> used = new ConcurrentHashMap<>();

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @PostConstruct
    void start() {
        living = read();
    }

    /** True if the request comes out of no share of this rate, since it shows a living bypass. Whatever else would refuse it still does. */
    public boolean lift(String shown, Rate rate, String address) {
        BypassToken token = new BypassToken(shown);
        if (living.isEmpty() || !token.isOne()) {
            return false;
        }
        Known known = living.get(ByteBuffer.wrap(token.hash()));
        if (known == null || !known.lifts(rate, address, clock.instant())) {
            return false;
        }
        used.computeIfAbsent(known.id(), first -> new LongAdder()).increment();
        return true;
    }

    public void changedHere(@Observes(during = TransactionPhase.AFTER_SUCCESS) RateBypasses.Changed change) {
        lookAgain();
    }

    /**
     * Reads the bypasses anew, one reading after another, so that nothing older follows what is newer. If the database does not answer, what is known stays,
     * and so do the uses that are to be told.
     */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "bypasses of rates")
    public synchronized void lookAgain() {
        try {
            living = read();
            used.forEach(this::tell);
        } catch (SqlFailure unreachable) {
            LOG.warnf("bypasses of rates could not be read: %s", unreachable.getMessage());
        }
    }

    private void tell(UUID id, LongAdder uses) {
        long count = uses.sumThenReset();
        if (count == 0) {
            return;
        }
        try {
            sql.update(
                    "UPDATE gate.rate_bypass SET uses = uses + ?, last_used_at = ? WHERE id = ?",
                    count,
                    clock.instant(),
                    id);
        } catch (SqlFailure unreachable) {
            uses.add(count);
            throw unreachable;
        }
    }

    private Map<ByteBuffer, Known> read() {
        return sql
                .query(
                        "SELECT id, hash, rates, networks, until FROM gate.rate_bypass WHERE revoked_at IS NULL AND until > ?",
                        KnownBypasses::known,
                        clock.instant())
                .stream()
                .collect(toMap(Known::hash, known -> known));
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                Sql.id(row, "id"),
                ByteBuffer.wrap(row.getBytes("hash")),
                rates(row.getString("rates")),
                Arrays.stream(row.getString("networks").split(" "))
                        .flatMap(network -> Network.of(network).stream())
                        .toList(),
                Sql.instant(row, "until"));
    }

    static Set<Rate> rates(String text) {
        Set<Rate> rates = EnumSet.noneOf(Rate.class);
        Arrays.stream(text.split(" ")).map(Rate::valueOf).forEach(rates::add);
        return rates;
    }
}
