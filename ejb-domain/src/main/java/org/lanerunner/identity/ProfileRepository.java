package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Profiles: one that nobody has changed yet is not there. */
@ApplicationScoped
class ProfileRepository {

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    Optional<Profile> find(UUID personId) {
        return Optional.ofNullable(entities.find(Profile.class, personId));
    }

    /** Made where there is none; with the person held, so that it is made once. */
    Profile of(UUID personId) {
        return find(personId).orElseGet(() -> {
            Profile made = new Profile(personId);
            entities.persist(made);
            return made;
        });
    }
}
