package org.lanerunner.gate;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.SqlFailure;

/**
 * Says whether one more request is within what its address, its person or key, and its organisation may ask for in a minute. A request is counted in memory.
 * Once a second, or when a tenth of a rate has been used, the database hears of it and tells what all nodes together have used. While the database does not
 * answer, each node counts by itself.
 */
@NeedsNoPermission(because = "it is asked before anybody is a caller, and shows nothing")
@ApplicationScoped
public class Rates {

    /** A share that is used up. */
    public record Exceeded(String of, int aMinute, int waitSeconds) {}

    private record Whose(Rate rate, Rate.Of of, Object who) {}

    private static final Logger LOG = Logger.getLogger(Rates.class);

    /** Beyond so many at once, all new ones share one share. */
    private static final int KNOWN = 200_000;

    private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final int AT_ONCE = 1_000;
    private static final String OTHERS = "others";

    private final Map<Whose, Share> shares = new ConcurrentHashMap<>();
    private final Map<Rate, Map<Rate.Of, Integer>> aMinute = new EnumMap<>(Rate.class);
    private LongSupplier nanos = System::nanoTime;

    @Inject
    private Sql sql;

    @Inject
    private Settings settings;

    Rates() {}

    /** A node of its own, for tests: it allows {@code allowed} of each rate a minute. */
    public Rates(Sql sql, int allowed) {
        this.sql = sql;
        for (Rate rate : Rate.values()) {
            aMinute.put(rate, rate.aMinute(allowed + "," + allowed + "," + allowed));
        }
    }

    @PostConstruct
    void read() {
        for (Rate rate : Rate.values()) {
            aMinute.put(rate, rate.aMinute(settings));
        }
    }

    /**
     * Takes one from each share; if one share is used up, none from any.
     *
     * @param who the units from whose shares it is taken
     * @return the share that is used up
     */
    public Optional<Exceeded> take(Rate rate, Map<Rate.Of, Object> who) {
        List<Share> taken = new ArrayList<>(who.size());
        for (Map.Entry<Rate.Of, Object> one : who.entrySet()) {
            int most = aMinute.get(rate).get(one.getKey());
            if (most > 0) {
                Share share = share(new Whose(rate, one.getKey(), one.getValue()), most);
                if (!isWithin(share)) {
                    taken.forEach(Share::giveBack);
                    return Optional.of(new Exceeded(one.getKey().word(), most, share.waitSeconds(nanos.getAsLong())));
                }
                taken.add(share);
            }
        }
        return Optional.empty();
    }

    private boolean isWithin(Share share) {
        Share.Answer answer = share.take(nanos.getAsLong());
        if (answer == Share.Answer.ASK_THE_DATABASE) {
            synchronized (share.asking()) {
                answer = share.take(nanos.getAsLong());
                if (answer == Share.Answer.ASK_THE_DATABASE) {
                    tell(List.of(share));
                    answer = share.take(nanos.getAsLong());
                }
            }
        }
        return answer == Share.Answer.YES;
    }

    private Share share(Whose whose, int most) {
        Share known = shares.get(whose);
        if (known != null) {
            return known;
        }
        Whose counted = shares.size() < KNOWN ? whose : new Whose(whose.rate(), whose.of(), OTHERS);
        return shares.computeIfAbsent(
                counted, key -> new Share(Share.key(key.rate(), key.of(), key.who()), most, nanos.getAsLong()));
    }

    /** Tells the database what was used since the last time, and hears what the other nodes used. */
    public void exchange() {
        List<Share> news = shares.values().stream().filter(Share::hasNews).toList();
        for (int from = 0; from < news.size(); from += AT_ONCE) {
            tell(news.subList(from, Math.min(news.size(), from + AT_ONCE)));
        }
        long idle = nanos.getAsLong() - IDLE_NANOS;
        shares.values().removeIf(share -> share.isIdleSince(idle));
    }

    /** Deletes shares that were spent long ago, since they count no more. */
    public void forgetOld() {
        try {
            sql.update("DELETE FROM gate.rate WHERE spent_until < now()");
        } catch (SqlFailure unreachable) {
            LOG.warnf("rates of a while ago stay: %s", unreachable.getMessage());
        }
    }

    private void tell(List<Share> news) {
        Map<UUID, Share> byKey = new HashMap<>();
        news.forEach(share -> byKey.put(share.key(), share));
        UUID[] keys = byKey.keySet().toArray(UUID[]::new);
        Double[] seconds = new Double[keys.length];
        for (int i = 0; i < keys.length; i++) {
            seconds[i] = byKey.get(keys[i]).tell();
        }
        try {
            sql.query("""
                            INSERT INTO gate.rate AS held (key, spent_until)
                            SELECT k, now() + make_interval(secs => s) FROM unnest(?, ?) AS news (k, s) ORDER BY k
                            ON CONFLICT (key) DO UPDATE SET spent_until = greatest(held.spent_until, now()) + (excluded.spent_until - now())
                            RETURNING key, extract(epoch FROM spent_until - now()) AS spent""", row -> Map.entry(Sql.id(row, "key"), row.getDouble("spent")), keys, seconds)
                    .forEach(told -> byKey.get(told.getKey()).hear(told.getValue(), nanos.getAsLong()));
        } catch (SqlFailure unreachable) {
            LOG.warnf("rates could not be exchanged, each node goes by itself: %s", unreachable.getMessage());
            news.forEach(share -> share.hearNothing(nanos.getAsLong()));
        }
    }
}
