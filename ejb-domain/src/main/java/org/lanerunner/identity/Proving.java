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
 * Notes by what living sessions were proven: anew, or no longer. A session is judged by the factors that exist now. Once there is a factor, a proof by the
 * password alone counts as long ago. A factor that was removed counts as never shown.
 */
@Stateless
public class Proving {

    /** Access tokens of the sessions that change are refused, and the next refresh brings tokens that say what holds now. */
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
     * The caller has proved anew who they are, in the present session, and its access tokens say so from now on. The earlier proof is kept beside it as long as
     * it is recent.
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

    /** Locks the person before the caller's factors change, and before any row of theirs, as opening a session does. */
    public void hold(Caller caller) {
        locks.holdPersonAlone(caller.person().id());
    }

    /**
     * A factor was added: a proof by the password alone is not enough any more, in all sessions but the one in which the factor was set up. The factor is
     * written already, so somebody who signs in at this moment is either seen here, or sees it.
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
     * A factor was removed, and counts in no session any more. In the present session, whose person has just proven who they are, it still counts as long as
     * there is another factor. Proofs by it in other sessions count as long ago: it may have been removed because somebody else had it.
     *
     * @param word the word of RFC 8176
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

    /** True if the password was shown in the caller's session. */
    public boolean isByPassword(Caller caller) {
        return sql.first(
                        "SELECT 1 FROM identity.session WHERE id = ? AND ? = ANY (string_to_array(proven_by, ' '))",
                        row -> true,
                        caller.person().sessionId(),
                        ProvenBy.PASSWORD)
                .isPresent();
    }

    /**
     * A login elsewhere was unlinked, perhaps because somebody else had it. So proofs by a login count in no other session, and sessions that were opened by
     * nothing else end.
     */
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
     * The organisation, which is locked, asks for a second factor from now on. In a session where none was shown, the person can do there only what is about
     * oneself. Opening a session locks the organisation too: so a session that is opened at this moment is either seen here, or sees what is asked now.
     */
    public void factorIsNeededIn(UUID organisationId) {
        change(
                "SELECT id FROM identity.session WHERE organisation_id = ? AND ended_at IS NULL AND NOT "
                        + ProvenBy.BY_SECOND_FACTOR,
                "",
                organisationId);
    }

    /** @param values the parameters of the condition that chooses the sessions, then those of what is written */
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
