package org.lanerunner.flags;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;

/**
 * The units for which a flag is to be on.
 *
 * @param percentage of all units, from 0 to 100
 * @param organisations those that have it whatever the percentage
 * @param persons those who have it whatever the percentage
 */
public record FlagReach(Integer percentage, List<UUID> organisations, List<UUID> persons) {

    static final int MOST_TARGETS = 100;

    int checkedPercentage() {
        if (percentage == null || percentage < 0 || percentage > FlagRule.ALL) {
            throw Refusal.invalid("/percentage", "This is a whole number from 0 to 100.");
        }
        return percentage;
    }

    Set<UUID> checkedOrganisations() {
        return checked(organisations, "/organisations");
    }

    Set<UUID> checkedPersons() {
        return checked(persons, "/persons");
    }

    private static Set<UUID> checked(List<UUID> ids, String pointer) {
        if (ids == null) {
            return Set.of();
        }
        if (ids.size() > MOST_TARGETS) {
            throw Refusal.invalid(pointer, "A flag names at most " + MOST_TARGETS + " here.")
                    .beyond(Limit.FLAG_TARGETS);
        }
        int empty = ids.indexOf(null);
        if (empty >= 0) {
            throw Refusal.unknown(pointer + "/" + empty);
        }
        return new LinkedHashSet<>(ids);
    }
}
