package org.lanerunner.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;

/** Pages of what administrators made, newest first, as it is at the moment. */
@ApplicationScoped
class NewestFirst {

    private static final UUID NEWEST = new UUID(-1, -1);

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Clock clock;

    <T, V> Page<V> page(Class<T> what, PageRequest page, Function<T, UUID> id, BiFunction<T, Instant, V> view) {
        Instant now = clock.instant();
        return Page.of(
                        entities.createQuery(
                                        "select e from " + what.getSimpleName()
                                                + " e where e.id < :after order by e.id desc",
                                        what)
                                .setParameter("after", page.afterId(NEWEST))
                                .setMaxResults(page.limit() + 1)
                                .getResultList(),
                        page.limit(),
                        id)
                .map(one -> view.apply(one, now));
    }
}
