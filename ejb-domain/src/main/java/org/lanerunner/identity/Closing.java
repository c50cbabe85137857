package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Refusal;

/**
 * Closes an organisation that has nothing under way. From then on nobody signs in for it or joins it. Its records stay with the other parties and in the audit.
 * It cannot be undone.
 */
@Stateless
public class Closing {

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Organisations organisations;

    @Inject
    private Invitations invitations;

    @Inject
    private Sessions sessions;

    @Inject
    @Any
    private Instance<ClosingCondition> conditions;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    public ClosingView view(Caller caller, UUID organisationId) {
        organisations.requireManaged(caller, organisationId);
        return new ClosingView(obstacles(organisationId));
    }

    /** @throws Refusal CONFLICT that names all obstacles */
    public void close(Caller caller, UUID organisationId) {
        Organisation organisation = organisations.managed(caller, organisationId);
        caller.requireProof();
        Instant now = clock.instant();
        organisation.close(now);
        List<String> obstacles = obstacles(organisationId);
        if (!obstacles.isEmpty()) {
            throw Refusal.conflict(
                    "organisations/business-open", "This can't close yet. " + String.join(" ", obstacles));
        }
        entities.flush();
        entities.createQuery(
                        "select o from OwnershipOffer o where o.organisationId = :organisation and o.endedAt is null",
                        OwnershipOffer.class)
                .setParameter("organisation", organisationId)
                .getResultStream()
                .forEach(offer -> offer.end(OwnershipOffer.End.ORGANISATION_CLOSED, now));
        invitations.endAllOf(organisationId);
        sessions.endAllFor(organisationId);
        audit.record(caller, "organisation.closed", organisationId);
    }

    private List<String> obstacles(UUID organisationId) {
        return conditions.stream()
                .sorted(Comparator.comparing(ClosingCondition::stage)
                        .thenComparing(condition -> condition.getClass().getName()))
                .map(condition -> condition.standsInTheWay(organisationId))
                .flatMap(Optional::stream)
                .toList();
    }
}
