package org.lanerunner.identity.rest;

import org.lanerunner.shared.PageRequest;

/**
 * Looks for people or organisations by what they are called: in a body, since addresses of calls are written down on their way, and names and mail addresses have no place there.
 *
 * @param q a part of it; null for all
 * @param limit 25 where it is left out
 */
public record NameSearch(String q, String after, Integer limit) {

    PageRequest page() {
        return new PageRequest(after, limit == null ? PageRequest.DEFAULT_LIMIT : limit);
    }
}
