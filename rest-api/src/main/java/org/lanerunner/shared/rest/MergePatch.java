package org.lanerunner.shared.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes by JSON Merge Patch (RFC 7396): an absent field stays, null removes a value, and an object is merged into the present object. */
public final class MergePatch {

    private MergePatch() {}

    /** @return the present value with the patch applied, bound and checked like a whole body */
    public static <T> T apply(T present, ObjectNode patch, Class<T> type) {
        ObjectNode merged = merge(Json.mapper().valueToTree(present), patch);
        try {
            return JsonBody.read(Json.mapper().writeValueAsBytes(merged), type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree that is no JSON", impossible);
        }
    }

    private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        patch.fields().forEachRemaining(field -> {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                target.remove(field.getKey());
            } else if (value.isObject()) {
                ObjectNode inner = target.get(field.getKey()) instanceof ObjectNode there ? there : target.objectNode();
                target.set(field.getKey(), merge(inner, (ObjectNode) value));
            } else {
                target.set(field.getKey(), value);
            }
        });
        return target;
    }
}
