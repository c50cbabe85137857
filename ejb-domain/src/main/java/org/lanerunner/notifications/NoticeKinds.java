package org.lanerunner.notifications;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lanerunner.events.ReceivedEvent;
import org.lanerunner.shared.Caller;

/** All kinds that the features declare. */
@ApplicationScoped
class NoticeKinds {

    @Inject
    @Any
    private Instance<NoticeSource> sources;

    private List<NoticeKind> all;
    private Map<String, NoticeKind> byName;

    /** Gathers the kinds. Two features that use the same name are refused at the start. */
    @PostConstruct
    void gather() {
        all = sources.stream()
                .flatMap(source -> source.kinds().stream())
                .sorted((one, other) -> one.group().compareTo(other.group()))
                .toList();
        byName = all.stream().collect(toMap(NoticeKind::name, Function.identity()));
    }

    /** The kinds, feature by feature, each feature's in its own order. */
    List<NoticeKind> all() {
        return all;
    }

    Optional<NoticeKind> find(String name) {
        return Optional.ofNullable(name).map(byName::get);
    }

    Set<String> events() {
        return all.stream().map(NoticeKind::event).collect(toSet());
    }

    List<Notice> noticesOf(ReceivedEvent event) {
        return sources.stream()
                .filter(source ->
                        source.kinds().stream().anyMatch(kind -> kind.event().equals(event.type())))
                .flatMap(source -> source.noticesOf(event).stream())
                .toList();
    }

    /** The kinds whose notices this caller may see. */
    Stream<NoticeKind> shownTo(Caller caller) {
        return all.stream()
                .filter(kind ->
                        kind.ofOwnTrips() ? caller.may(kind.permission()) : caller.reachesAll(kind.permission()));
    }
}
