package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.outbound.Addresses;
import org.lanerunner.outbound.PhoneNumber;

/** The addresses and numbers of persons: of their accounts, once confirmed. */
@ApplicationScoped
class PersonAddresses implements Addresses {

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private ProfileRepository profiles;

    @Override
    public Optional<String> confirmedMail(UUID personId) {
        return Optional.ofNullable(entities.find(Person.class, personId))
                .filter(Person::isVerified)
                .map(Person::email);
    }

    @Override
    public Optional<PhoneNumber> confirmedPhone(UUID personId) {
        return profiles.find(personId).flatMap(Profile::phone);
    }
}
