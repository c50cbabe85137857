package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lanerunner.notifications.Audiences;

/** Tells notifications who belongs to an organisation, what they may do, and how they are written to. */
@ApplicationScoped
class NoticeAudiences implements Audiences {

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private KnownRoles roles;

    NoticeAudiences() {}

    @Override
    public List<Reader> membersWho(UUID organisationId, String permission) {
        Roles known = roles.of(organisationId);
        List<Membership> holding = entities.createQuery(
                        "select distinct m from Membership m join fetch m.person left join fetch m.roles where m.organisation.id = :organisation"
                                + " and m.person.lockedAt is null and exists (select 1 from Membership h join h.roles r where h = m and r in :codes)",
                        Membership.class)
                .setParameter("organisation", organisationId)
                .setParameter("codes", known.granting(permission))
                .getResultList();
        Map<UUID, Profile> profiles = profilesOf(
                holding.stream().map(membership -> membership.person().id()).toList());
        return holding.stream()
                .map(membership ->
                        reader(membership, profiles.get(membership.person().id()), known))
                .toList();
    }

    private Map<UUID, Profile> profilesOf(List<UUID> persons) {
        return persons.isEmpty()
                ? Map.of()
                : entities.createQuery("select p from Profile p where p.personId in :persons", Profile.class)
                        .setParameter("persons", persons)
                        .getResultStream()
                        .collect(Collectors.toMap(Profile::personId, Function.identity()));
    }

    private static Reader reader(Membership membership, Profile profile, Roles known) {
        Person person = membership.person();
        ProfileDetails details = profile == null ? null : profile.details(person.name());
        return new Reader(
                person.id(),
                person.name(),
                details == null || details.language() == null
                        ? Locale.ENGLISH
                        : Locale.forLanguageTag(details.language()),
                details == null || details.zone() == null ? ZoneOffset.UTC : ZoneId.of(details.zone()),
                known.grantsOf(membership.roles()));
    }
}
