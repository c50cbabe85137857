package org.lanerunner.loads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lanerunner.identity.Trader;
import org.lanerunner.identity.Traders;

/** Shows loads with their posters, which are looked up once for all that are shown. */
@ApplicationScoped
class Posters {

    private Traders traders;

    Posters() {}

    @Inject
    Posters(Traders traders) {
        this.traders = traders;
    }

    /** @param reader null for anybody on the market; the owner need not be told who the owner is */
    List<LoadView> of(UUID reader, List<Load> loads) {
        Map<UUID, Trader> owners = traders.of(loads.stream()
                .map(Load::organisationId)
                .filter(owner -> !owner.equals(reader))
                .collect(Collectors.toSet()));
        return loads.stream()
                .map(load -> load.view(reader, owners.get(load.organisationId())))
                .toList();
    }
}
