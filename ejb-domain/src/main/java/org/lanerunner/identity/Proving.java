package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;

/**
 * By what sessions that live were proven: anew, and no more. A session is judged by the factors that there are now: once there is one, a proof by the password alone is of long ago,
 * and one that is gone was shown nowhere.
 */
@Stateless
public class Proving {

    /** Access tokens of the sessions that change are refused, and the next refresh says what holds now. */
    private static final String OUTDATED =
            " generation = generation + 1, changed_at = ?, version = version + 1 FROM held WHERE s.id = held.id RETURNING s.id, s.generation";

    @Inject
    private Sql sql;

    @Inject
    private SessionLocks locks;

    @Inject
    private Sessions sessions;

    @Inject
    private SessionGrants grants;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private AccessTokens accessTokens;

    @Inject
    private Event<Sessions.Changed> changed;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /**
     * The person proved anew who they are, in the session: its access tokens say so from now on. What it was proven by before goes along while it is of lately.
     *
     * @return an access token alone
     */
    public Tokens prove(Caller caller, ProvenBy proof) {
        locks.requireProofCounts(caller.person().id(), proof);
        Session session = locks.living(caller.person().sessionId());
        Membership membership =
                memberships.find(session.organisationId(), session.personId()).orElseThrow(Refusal::unauthenticated);
        session.prove(proof, clock.instant().minus(settings.duration(ServerSettings.PROOF_LIFETIME)));
        return new Tokens(
                accessTokens.sign(session, grants.of(membership, session.proof())),
                null,
                accessTokens.lifetime().toSeconds());
    }

    /** The caller's factors change: the person is held before any row of theirs, as whoever opens a session does. */
    public void hold(Caller caller) {
        locks.holdPersonAlone(caller.person().id());
    }

    /**
     * What was proven by the password alone suffices no more, in whichever session but the one in which the factor was set up. It is written already: who signs in at this moment is seen
     * here, or sees it.
     */
    public void factorCame(Caller caller) {
        locks.holdPersonAlone(caller.person().id());
        change(
                "SELECT id FROM identity.session WHERE person_id = ? AND id <> ? AND ended_at IS NULL AND NOT "
                        + ProvenBy.BY_SECOND_FACTOR,
                "proven_at = 'epoch',",
                caller.person().id(),
                caller.person().sessionId());
    }

    /**
     * It counts in no session any more; in the present one, whose person has just proven who they are, while there is another. What was proven by it elsewhere is of long ago:
     * it may be gone because somebody else had it.
     *
     * @param word of RFC 8176
     */
    public void factorWent(Caller caller, String word, boolean anotherIsLeft) {
        locks.holdPersonAlone(caller.person().id());
        change(
                "SELECT id FROM identity.session WHERE person_id = ? AND (id <> ? OR NOT ?) AND ended_at IS NULL AND ? = ANY (string_to_array(proven_by, ' '))",
                "proven_by = array_to_string(array_remove(string_to_array(proven_by, ' '), ?::text), ' '), proven_at = CASE WHEN s.id = ? THEN proven_at ELSE 'epoch' END,",
                caller.person().id(),
                caller.person().sessionId(),
                anotherIsLeft,
                word,
                word,
                caller.person().sessionId());
    }

    /** Whether the password was shown in the caller's session. */
    public boolean isByPassword(Caller caller) {
        return sql.first(
                        "SELECT 1 FROM identity.session WHERE id = ? AND ? = ANY (string_to_array(proven_by, ' '))",
                        row -> true,
                        caller.person().sessionId(),
                        ProvenBy.PASSWORD)
                .isPresent();
    }

    /** A login elsewhere was taken off, which may be because somebody else had it: what was proven by one counts in no other session, and what was opened by nothing else ends. */
    public void loginWent(Caller caller) {
        locks.holdPersonAlone(caller.person().id());
        sessions.endOpenedByLogin(caller.person().id(), caller.person().sessionId());
        change(
                "SELECT id FROM identity.session WHERE person_id = ? AND id <> ? AND ended_at IS NULL AND ? = ANY (string_to_array(proven_by, ' '))",
                "proven_by = array_to_string(array_remove(string_to_array(proven_by, ' '), ?::text), ' '), proven_at = 'epoch',",
                caller.person().id(),
                caller.person().sessionId(),
                ProvenBy.PROVIDER,
                ProvenBy.PROVIDER);
    }

    /**
     * The organisation, which is held, asks for a second factor from now on: who has shown none in a session does there only what is about oneself. Whoever opens one at this moment
     * holds it too: they are seen here, or see what is asked now.
     */
    public void factorIsNeededIn(UUID organisationId) {
        change(
                "SELECT id FROM identity.session WHERE organisation_id = ? AND ended_at IS NULL AND NOT "
                        + ProvenBy.BY_SECOND_FACTOR,
                "",
                organisationId);
    }

    /** @param values of what says which sessions, then of what is written */
    private void change(String which, String what, Object... values) {
        Instant now = clock.instant();
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = now;
        sql.query(
                        "WITH held AS (" + which + " ORDER BY id FOR UPDATE) UPDATE identity.session s SET " + what
                                + OUTDATED,
                        row -> new Sessions.Changed(Sql.id(row, "id"), row.getInt("generation")),
                        all)
                .forEach(changed::fire);
    }
}
