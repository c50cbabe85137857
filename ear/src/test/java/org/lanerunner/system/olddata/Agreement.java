package org.lanerunner.system.olddata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether an answer of today says all that the old one said: every field with its value, every item of every list and none besides. What is new may stand beside
 * the old fields. Items that have an id are told by it, since lists have got another order where the old one lost rows between its pages.
 */
final class Agreement {

    /** Lists of words to which a later version may add. */
    private static final Set<String> SETS = Set.of("permissions", "actions");

    /** The roles that there are in an organisation, of which there may be more; those that a member holds are what they were. */
    private static final Pattern ROLES_THERE_ARE =
            Pattern.compile(".*(\\.organisation|/api/organisations(/[0-9a-f-]{36})?\\.body(\\[\\d+])?)\\.roles");

    private final List<String> differences = new ArrayList<>();

    private Agreement() {}

    static List<String> differences(String where, JsonNode old, JsonNode today) {
        Agreement agreement = new Agreement();
        agreement.compare(where, old, today);
        return agreement.differences;
    }

    private void compare(String where, JsonNode old, JsonNode today) {
        if (today == null || today.isMissingNode()) {
            differ(where, old, "nothing");
        } else if (old.isObject()) {
            old.fields()
                    .forEachRemaining(field ->
                            compare(where + "." + field.getKey(), field.getValue(), today.get(field.getKey())));
        } else if (old.isArray() && mayGrow(where)) {
            old.forEach(word -> has(where, word, today));
        } else if (old.isArray()) {
            if (today.size() != old.size()) {
                differ(where + ".length", old.size(), today.size());
            }
            for (int i = 0; i < old.size(); i++) {
                compare(where + "[" + i + "]", old.get(i), counterpart(old.get(i), i, today));
            }
        } else if (!old.equals(today)) {
            differ(where, old, today);
        }
    }

    private static boolean mayGrow(String where) {
        return SETS.contains(where.substring(where.lastIndexOf('.') + 1))
                || ROLES_THERE_ARE.matcher(where).matches();
    }

    private static JsonNode counterpart(JsonNode item, int place, JsonNode today) {
        if (!item.has("id")) {
            return today.get(place);
        }
        for (JsonNode other : today) {
            if (other.path("id").equals(item.get("id"))) {
                return other;
            }
        }
        return null;
    }

    private void has(String where, JsonNode word, JsonNode today) {
        for (JsonNode other : today) {
            if (other.equals(word)) {
                return;
            }
        }
        differ(where, word, today);
    }

    private void differ(String where, Object old, Object today) {
        differences.add(where + ": was " + old + ", is " + today);
    }
}
