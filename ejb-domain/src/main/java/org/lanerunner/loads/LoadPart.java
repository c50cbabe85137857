package org.lanerunner.loads;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The parts of a load that can change, as {@code load.changed} names them. */
enum LoadPart {
    EQUIPMENT(LoadView::equipment),
    MODE(LoadView::mode),
    CARGO(LoadView::cargo),
    COMMODITY(LoadView::commodity),
    NOTES(LoadView::notes),
    PRICE(load -> java.util.Arrays.asList(load.price(), load.currency())),
    STOPS(eachStop(stop -> List.of(stop.kind(), stop.place()))),
    LEGS(load -> load.legs().stream()
            .map(leg -> List.of(leg.fromStop(), leg.toStop()))
            .toList()),
    WINDOWS(eachStop(StopView::window)),
    CONTACTS(eachStop(stop -> java.util.Arrays.asList(stop.address(), stop.contactName(), stop.contactPhone()))),
    FENCES(eachStop(StopView::fence));

    private final Function<LoadView, Object> of;

    LoadPart(Function<LoadView, Object> of) {
        this.of = of;
    }

    static Set<LoadPart> changed(LoadView before, LoadView after) {
        Set<LoadPart> changed = EnumSet.allOf(LoadPart.class);
        changed.removeIf(part -> Objects.equals(part.of.apply(before), part.of.apply(after)));
        return changed;
    }

    private static Function<LoadView, Object> eachStop(Function<StopView, Object> of) {
        return load -> load.stops().stream().map(of).toList();
    }
}
