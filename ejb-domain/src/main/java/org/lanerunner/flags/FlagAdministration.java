package org.lanerunner.flags;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.EventLog;
import org.lanerunner.events.EventView;
import org.lanerunner.events.Events;
import org.lanerunner.identity.Organisations;
import org.lanerunner.identity.People;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;

/** Sets the flags, for the platform's administrators. To kill a flag no version need be named: in an emergency nobody reads first. */
@Stateless
public class FlagAdministration {

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Organisations organisations;

    @Inject
    private People people;

    @Inject
    private Events events;

    @Inject
    private EventLog log;

    @Inject
    private Event<FlagRule> changed;

    @Inject
    private Clock clock;

    public Page<FlagView> list(Caller caller, PageRequest page) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        List<FlagSetting> rows = entities.createQuery(
                        "select f from FlagSetting f where f.key > :after order by f.key", FlagSetting.class)
                .setParameter("after", page.after() == null ? "" : page.after())
                .setMaxResults(page.limit() + 1)
                .getResultList();
        Page<FlagSetting> found = Page.of(rows, page.limit(), FlagSetting::key);
        return new Page<>(views(found.items()), found.next());
    }

    public FlagView view(Caller caller, String key) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        return shown(found(key, LockModeType.NONE));
    }

    /** The last changes of the flag, newest first. */
    public Page<FlagChange> changes(Caller caller, String key, PageRequest page) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        List<EventView> told =
                log.latestOf(caller, found(key, LockModeType.NONE).id(), page);
        Map<UUID, String> names =
                people.names(told.stream().map(EventView::actorId).collect(toSet()));
        return Page.of(told, page.limit(), EventView::id).map(event -> change(event, names));
    }

    public FlagView change(Caller caller, String key, IfMatch ifMatch, FlagReach wanted) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        int percentage = wanted.checkedPercentage();
        Set<UUID> wantedOrganisations = known(
                wanted.organisations(),
                wanted.checkedOrganisations(),
                organisations.names(wanted.checkedOrganisations()).keySet(),
                "/organisations");
        Set<UUID> wantedPersons = known(
                wanted.persons(),
                wanted.checkedPersons(),
                people.names(wanted.checkedPersons()).keySet(),
                "/persons");
        FlagSetting flag = locked(key, ifMatch);
        int before = flag.percentage();
        flag.reach(percentage, wantedOrganisations, wantedPersons, clock.instant());
        return tell(caller, flag, FlagChange.Act.CHANGED, before);
    }

    public FlagView kill(Caller caller, String key, IfMatch ifMatch) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        FlagSetting flag = locked(key, ifMatch);
        flag.kill(clock.instant());
        return tell(caller, flag, FlagChange.Act.KILLED, flag.percentage());
    }

    public FlagView revive(Caller caller, String key, IfMatch ifMatch) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        FlagSetting flag = locked(key, ifMatch);
        flag.revive(clock.instant());
        return tell(caller, flag, FlagChange.Act.REVIVED, flag.percentage());
    }

    private FlagView tell(Caller caller, FlagSetting flag, FlagChange.Act act, int percentageBefore) {
        entities.flush();
        FlagRule rule = flag.rule();
        changed.fire(rule);
        events.publish(
                caller,
                DomainEvent.of("flag.changed", flag.id())
                        .readableBy(caller.organisationId())
                        .with("flag", flag.key())
                        .with("act", act)
                        .with("killed", rule.killed())
                        .with("percentageBefore", percentageBefore)
                        .with("percentage", rule.percentage())
                        .with("organisations", rule.organisations().size())
                        .with("persons", rule.persons().size()));
        return shown(flag);
    }

    private FlagSetting locked(String key, IfMatch ifMatch) {
        FlagSetting flag = found(key, LockModeType.PESSIMISTIC_WRITE);
        ifMatch.require(flag.version());
        return flag;
    }

    private FlagSetting found(String key, LockModeType lock) {
        return entities.createQuery("select f from FlagSetting f where f.key = :key", FlagSetting.class)
                .setParameter("key", key)
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("flags"));
    }

    private static Set<UUID> known(List<UUID> named, Set<UUID> wanted, Set<UUID> there, String pointer) {
        wanted.stream().filter(id -> !there.contains(id)).findFirst().ifPresent(id -> {
            throw Refusal.unknown(pointer + "/" + named.indexOf(id));
        });
        return wanted;
    }

    private FlagView shown(FlagSetting flag) {
        return views(List.of(flag)).get(0);
    }

    private List<FlagView> views(Collection<FlagSetting> flags) {
        List<FlagRule> rules = new ArrayList<>();
        flags.forEach(flag -> rules.add(flag.rule()));
        Map<UUID, String> organisationNames =
                organisations.names(all(rules.stream().map(FlagRule::organisations)));
        Map<UUID, String> personNames = people.names(all(rules.stream().map(FlagRule::persons)));
        List<FlagView> views = new ArrayList<>();
        for (FlagSetting flag : flags) {
            views.add(view(flag, flag.rule(), organisationNames, personNames));
        }
        return views;
    }

    private static FlagView view(
            FlagSetting flag, FlagRule rule, Map<UUID, String> organisationNames, Map<UUID, String> personNames) {
        Optional<Flag> used = Stream.of(Flag.values())
                .filter(each -> each.name().equals(rule.key()))
                .findFirst();
        return new FlagView(
                rule.key(),
                used.isPresent(),
                used.map(Flag::words).orElse(null),
                used.map(Flag::unit).orElse(null),
                used.map(Flag::onByDefault).orElse(null),
                rule.killed(),
                rule.percentage(),
                targets(rule.organisations(), organisationNames),
                targets(rule.persons(), personNames),
                flag.changedAt(),
                rule.version());
    }

    private static List<FlagView.Target> targets(Set<UUID> ids, Map<UUID, String> names) {
        return ids.stream()
                .map(id -> new FlagView.Target(id, names.get(id)))
                .sorted(Comparator.comparing(target -> target.id().toString()))
                .toList();
    }

    private static Set<UUID> all(Stream<Set<UUID>> sets) {
        return sets.flatMap(Set::stream).collect(toSet());
    }

    private static FlagChange change(EventView event, Map<UUID, String> names) {
        JsonNode data = event.data();
        return new FlagChange(
                event.occurredAt(),
                event.actorId(),
                names.get(event.actorId()),
                FlagChange.Act.valueOf(data.path("act").asText()),
                data.path("percentageBefore").asInt(),
                data.path("percentage").asInt(),
                data.path("organisations").asInt(),
                data.path("persons").asInt());
    }
}
