package org.lanerunner.factors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.shared.Sql;

/** Reads and writes passkeys. */
@ApplicationScoped
class PasskeyRepository {

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    void add(Passkey passkey) {
        entities.persist(passkey);
        entities.flush();
    }

    void remove(Passkey passkey) {
        entities.remove(passkey);
        entities.flush();
    }

    void removeAllOf(UUID personId) {
        sql.update("DELETE FROM factors.passkey WHERE person_id = ?", personId);
    }

    List<Passkey> of(UUID personId) {
        return entities.createQuery("select p from Passkey p where p.personId = :person order by p.id", Passkey.class)
                .setParameter("person", personId)
                .getResultList();
    }

    Optional<Passkey> of(UUID personId, UUID id) {
        return Optional.ofNullable(entities.find(Passkey.class, id))
                .filter(passkey -> passkey.personId().equals(personId));
    }

    Optional<Passkey> by(byte[] credentialId) {
        return entities.createQuery("select p from Passkey p where p.credentialId = :credential", Passkey.class)
                .setParameter("credential", credentialId)
                .getResultStream()
                .findFirst();
    }

    boolean anyOf(UUID personId) {
        return sql.first("SELECT 1 FROM factors.passkey WHERE person_id = ? LIMIT 1", row -> true, personId)
                .isPresent();
    }

    /** @return false when a copy of it has signed as often at the same moment */
    boolean used(Passkey passkey, long signCount) {
        return sql.update(
                        "UPDATE factors.passkey SET sign_count = ?, last_used_at = ? WHERE id = ? AND (sign_count < ? OR sign_count = 0 AND ? = 0)",
                        signCount,
                        clock.instant(),
                        passkey.id(),
                        signCount,
                        signCount)
                == 1;
    }
}
