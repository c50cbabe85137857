package org.lanerunner.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.SqlFailure;
import org.lanerunner.shared.SuspendsTransaction;

/**
 * Tells which access tokens are refused though their time is not over: those of ended sessions, and of an earlier generation of living ones. They are known in
 * memory, so that no request asks the database: at once on the node where it happened, within two seconds on the others, which look for changes that often.
 */
@NeedsNoPermission(because = "it is asked before anybody is a caller")
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@SuspendsTransaction(because = "what requests ask is known in memory; only the start and the timer read the database")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EndedSessions {

    private static final Logger LOG = Logger.getLogger(EndedSessions.class);

    /** It is longer than a transaction that changes a session can take to become visible. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private static final Duration ENDED_KEPT = Duration.ofDays(30);

    /** A browser keeps a cookie no longer than this. */
    private static final Duration DEVICES_KEPT = Duration.ofDays(400);

    private record Lowest(int generation, Instant since) {}

    private final Map<UUID, Lowest> lowestGenerations = new ConcurrentHashMap<>();
    private Instant lookedAt;

    @Inject
    private Registrations registrations;

    @Inject
    private ApiKeys apiKeys;

    @Inject
    private WayBack wayBack;

    @Inject
    private HelpingLinks helpingLinks;

    @Inject
    private Sql sql;

    @Inject
    private Settings settings;

    @Inject
    private Event<SessionEnded> ended;

    @Inject
    private Clock clock;

    @PostConstruct
    void start() {
        look();
    }

    /** True if the session and its generation still accept this access token. */
    public boolean accepts(UUID sessionId, int generation) {
        Lowest lowest = lowestGenerations.get(sessionId);
        return lowest == null || generation >= lowest.generation();
    }

    public boolean isEnded(UUID sessionId) {
        return !accepts(sessionId, Sessions.Changed.NONE - 1);
    }

    public void changedHere(@Observes(during = TransactionPhase.AFTER_SUCCESS) Sessions.Changed change) {
        note(change.sessionId(), change.lowestGeneration(), clock.instant());
    }

    /** If the database does not answer, what is known stays as it is. The next look sees all that changed meanwhile. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "sessions that ended on other nodes")
    public void lookAgain() {
        try {
            look();
        } catch (SqlFailure unreachable) {
            LOG.warnf("ended sessions could not be read: %s", unreachable.getMessage());
        }
    }

    private void look() {
        Instant now = clock.instant();
        Instant since = lookedAt == null ? now.minus(longestToken()).minus(OVERLAP) : lookedAt.minus(OVERLAP);
        sql.query(
                        "SELECT id, generation, ended_at, changed_at FROM identity.session WHERE changed_at > ? AND (ended_at IS NOT NULL OR generation > 0)",
                        row -> Map.entry(
                                Sql.id(row, "id"),
                                new Lowest(
                                        row.getObject("ended_at") == null
                                                ? row.getInt("generation")
                                                : Sessions.Changed.NONE,
                                        Sql.instant(row, "changed_at"))),
                        since)
                .forEach(change -> note(
                        change.getKey(),
                        change.getValue().generation(),
                        change.getValue().since()));
        lookedAt = now;
        Instant outlived = now.minus(longestToken()).minus(OVERLAP.multipliedBy(2));
        lowestGenerations.values().removeIf(lowest -> lowest.since().isBefore(outlived));
    }

    private Duration longestToken() {
        Duration usual = settings.duration(IdentitySettings.ACCESS_TOKEN_LIFETIME);
        return usual.compareTo(Session.IMPERSONATION) > 0 ? usual : Session.IMPERSONATION;
    }

    /**
     * Forgets sessions that are long over, with their refresh tokens; devices from which nobody came back; keys of programs; and attempts that count no more.
     */
    @Schedule(hour = "3", minute = "23", persistent = false, info = "sessions and links long over")
    public void forgetOld() {
        Instant before = clock.instant().minus(ENDED_KEPT);
        sql.update("DELETE FROM identity.session WHERE expires_at < ? OR ended_at < ?", before, before);
        registrations.forgetOld();
        apiKeys.forgetOld();
        wayBack.forgetOld();
        helpingLinks.forgetOld();
        sql.update("DELETE FROM identity.phone_change WHERE expires_at < ?", clock.instant());
        sql.update(
                "DELETE FROM identity.device WHERE last_seen_at < ?",
                clock.instant().minus(DEVICES_KEPT));
        sql.update(
                "DELETE FROM identity.attempt WHERE last_at < ?",
                clock.instant().minus(Tally.FORGOTTEN));
    }

    private void note(UUID sessionId, int lowestGeneration, Instant since) {
        Lowest known = lowestGenerations.put(sessionId, new Lowest(lowestGeneration, since));
        boolean news = known == null || known.generation() < lowestGeneration;
        if (news && lowestGeneration == Sessions.Changed.NONE) {
            ended.fire(new SessionEnded(sessionId));
        }
    }
}
