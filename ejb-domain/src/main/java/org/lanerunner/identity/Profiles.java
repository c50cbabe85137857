package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.lanerunner.events.Audit;
import org.lanerunner.outbound.Channel;
import org.lanerunner.outbound.Channels;
import org.lanerunner.outbound.PhoneNumber;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Sql;

/** A person's own profile; nobody reads or changes another's. Changes come one after another, since they lock the person. */
@Stateless
public class Profiles {

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private ProfileRepository profiles;

    @Inject
    private Avatars avatars;

    @Inject
    private Channels channels;

    @Inject
    private Audit audit;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    public ProfileView own(Caller caller) {
        caller.requireAny(CommonPermissions.SELF, CommonPermissions.SELF_VIEW);
        return view(entities.find(Person.class, caller.actorId()));
    }

    /** @param seen the version that the change is based on */
    public ProfileView change(Caller caller, IfMatch seen, UnaryOperator<ProfileDetails> patch) {
        caller.require(CommonPermissions.SELF);
        Person person = entities.find(Person.class, caller.person().id(), LockModeType.PESSIMISTIC_WRITE);
        seen.require(versionOf(person));
        Profile profile = profiles.of(person.id());
        ProfileDetails details = patch.apply(profile.details(person.name()));
        person.rename(details.name());
        profile.change(details);
        entities.flush();
        audit.record(caller, "person.profile-changed", person.id());
        return view(person);
    }

    /** The version of both: the name is the person's, the rest the profile's, which may not exist yet. Both versions only grow, and so does their sum. */
    private int versionOf(Person person) {
        return person.version()
                + profiles.find(person.id())
                        .map(profile -> profile.version() + 1)
                        .orElse(0);
    }

    private ProfileView view(Person person) {
        Profile profile = profiles.find(person.id()).orElseGet(() -> new Profile(person.id()));
        ProfileDetails details = profile.details(person.name());
        return new ProfileView(
                person.id(),
                person.name(),
                person.email(),
                profile.phone().map(PhoneNumber::international).orElse(null),
                waiting(person.id()).map(PhoneNumber::international).orElse(null),
                details.language(),
                details.zone(),
                details.units(),
                details.theme(),
                details.shortcuts(),
                avatars.changedAt(person.id()).orElse(null),
                channels.available(Channel.SMS),
                Profile.LANGUAGES,
                versionOf(person));
    }

    private Optional<PhoneNumber> waiting(UUID personId) {
        Instant now = clock.instant();
        return sql.first(
                "SELECT phone FROM identity.phone_change WHERE person_id = ? AND expires_at > ?",
                row -> new PhoneNumber(row.getString("phone")),
                personId,
                now);
    }
}
