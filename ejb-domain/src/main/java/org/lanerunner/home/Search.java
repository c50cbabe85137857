package org.lanerunner.home;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.FindsOwn;
import org.lanerunner.shared.Found;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Wanted;

/** Looks for something among all that the caller's organisation has, by its reference or a place on its way. */
@Stateless
public class Search {

    public static final int MOST = 20;

    /** Ids are made in the order of time. As text they sort in that order; as UUIDs in Java they need not. */
    private static final Comparator<Found> NEWEST_FIRST =
            Comparator.comparing((Found found) -> found.id().toString()).reversed();

    @Inject
    @Any
    private Instance<FindsOwn> features;

    /** The newest of all that the features find. @param limit 1 to {@value #MOST} */
    @NeedsNoPermission(because = "each feature finds what this caller may see, and nothing where it may see none of it")
    public List<Found> find(Caller caller, String q, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Refusal(Refusal.Kind.INVALID, "request/invalid", "limit is a number from 1 to " + MOST + ".")
                    .beyond(Limit.PAGE);
        }
        Wanted wanted = new Wanted(q);
        return features.stream()
                .flatMap(feature -> feature.find(caller, wanted, limit).stream())
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }
}
