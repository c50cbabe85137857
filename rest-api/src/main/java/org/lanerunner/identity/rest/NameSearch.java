package org.lanerunner.identity.rest;

import org.lanerunner.shared.PageRequest;

/**
 * Searches people or organisations by name. The text is in a body, since addresses of calls are written to logs on the way, and names and mail addresses do
 * not belong there.
 *
 * @param q a part of the name; null for all
 * @param limit 25 if left out
 */
public record NameSearch(String q, String after, Integer limit) {

    PageRequest page() {
        return new PageRequest(after, limit == null ? PageRequest.DEFAULT_LIMIT : limit);
    }
}
