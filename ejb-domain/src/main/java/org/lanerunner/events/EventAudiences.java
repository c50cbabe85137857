package org.lanerunner.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what the features say about who is shown their events. */
@ApplicationScoped
public class EventAudiences {

    private Map<String, EventAudience> ofKind;

    EventAudiences() {}

    @Inject
    EventAudiences(@Any Instance<EventAudience> features) {
        this((Iterable<EventAudience>) features);
    }

    public EventAudiences(Iterable<EventAudience> features) {
        ofKind = new HashMap<>();
        for (EventAudience feature : features) {
            feature.permissions().keySet().forEach(kind -> ofKind.put(kind, feature));
        }
    }

    /** The permission needed to be shown an event of this type; empty where nobody is shown it. */
    public Optional<String> permissionFor(String type) {
        return speaker(type)
                .map(feature -> feature.permissions().get(kindOf(type)))
                .filter(permission -> !permission.equals(EventAudience.NOBODY));
    }

    /** The part of its data that is withheld from those whose permission reaches the own trips only. */
    public Set<String> withheldFromDrivers(String type) {
        return speaker(type).map(feature -> feature.withheldFromDrivers(type)).orElse(Set.of());
    }

    private Optional<EventAudience> speaker(String type) {
        return Optional.ofNullable(ofKind.get(kindOf(type)));
    }

    private static String kindOf(String type) {
        int end = type.indexOf('.');
        return end < 0 ? type : type.substring(0, end);
    }
}
