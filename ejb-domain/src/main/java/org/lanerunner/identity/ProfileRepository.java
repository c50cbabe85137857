package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Finds profiles. A profile that nobody has changed yet does not exist. */
@ApplicationScoped
class ProfileRepository {

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    Optional<Profile> find(UUID personId) {
        return Optional.ofNullable(entities.find(Profile.class, personId));
    }

    /** The profile, made if there is none. The person must be locked, so that it is made once. */
    Profile of(UUID personId) {
        return find(personId).orElseGet(() -> {
            Profile made = new Profile(personId);
            entities.persist(made);
            return made;
        });
    }
}
