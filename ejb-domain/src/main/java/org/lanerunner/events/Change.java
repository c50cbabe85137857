package org.lanerunner.events;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a transaction changed in one row.
 *
 * @param id the row's
 * @param removed whether the row is gone
 * @param values for each attribute that changed what stood there and what stands there now
 */
record Change(String table, UUID id, boolean removed, Map<String, Values> values) {

    /**
     * Before and after.
     *
     * @param subject whom the values name, when they name a person; else null
     */
    record Values(Object before, Object after, UUID subject) {

        List<Object> asList() {
            return java.util.Arrays.asList(before, after);
        }
    }
}
