package org.lanerunner.events;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a transaction changed in one row.
 *
 * @param id the row's id
 * @param removed whether the row is gone
 * @param values for each attribute that changed what stood there and what stands there now
 */
record Change(String table, UUID id, boolean removed, Map<String, Values> values) {

    /**
     * A value before and after the change.
     *
     * @param subject the person that the values name; null if they name none
     */
    record Values(Object before, Object after, UUID subject) {

        List<Object> asList() {
            return java.util.Arrays.asList(before, after);
        }
    }
}
