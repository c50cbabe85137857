package org.lanerunner.shared.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.CharConversionException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lanerunner.shared.Refusal;

/**
 * Reads a request body in two steps, so that syntax is checked before meaning: first the whole body becomes a tree (400 {@code request/malformed} where that
 * fails, 422 for a repeated key), then the tree is bound (422 {@code request/invalid} with a JSON pointer to the field).
 */
public final class JsonBody {

    private JsonBody() {}

    /** @param body the whole body, which the size limit has let through */
    public static <T> T read(byte[] body, Class<T> type) {
        return type.cast(read(body, (Type) type));
    }

    static Object read(byte[] body, Type type) {
        JsonNode tree = tree(body);
        refuseUnfit(tree, JsonPointer.empty());
        JavaType target = Json.mapper().constructType(type);
        if (tree.isNull()) {
            throw Refusal.invalid("", "This can't be null.");
        }
        try {
            return Json.mapper().readerFor(target).readValue(tree);
        } catch (JsonMappingException unfit) {
            throw refusalOf(unfit);
        } catch (IOException | ArithmeticException unfit) {
            throw Refusal.invalid("", "This does not have the form it should have.");
        }
    }

    private static JsonNode tree(byte[] body) {
        try (JsonParser parser = new BoundedNumbers(Json.mapper().createParser(body))) {
            JsonNode tree = Json.mapper().reader().readTree(parser);
            if (tree == null || tree.isMissingNode()) {
                throw malformed("The body is empty.");
            }
            return tree;
        } catch (StreamReadException broken) {
            if (broken.getOriginalMessage().startsWith("Duplicate field")) {
                throw Refusal.invalid(pointerOf(broken), "This key stands twice in its object.");
            }
            throw malformed(where(broken));
        } catch (CharConversionException broken) {
            throw malformed("The body is not in UTF-8.");
        } catch (JsonProcessingException broken) {
            throw malformed(where(broken));
        } catch (IOException broken) {
            throw malformed("The body can't be read as JSON.");
        }
    }

    private static Refusal malformed(String detail) {
        return new Refusal(Refusal.Kind.MALFORMED, "request/malformed", detail);
    }

    private static String where(JsonProcessingException broken) {
        var location = broken.getLocation();
        return location == null
                ? "The body is not JSON."
                : "The body is not JSON: see line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
    }

    private static String pointerOf(StreamReadException broken) {
        if (broken.getProcessor() == null) {
            return "";
        }
        return broken.getProcessor().getParsingContext().pathAsPointer().toString();
    }

    /** No field and no database takes NUL or half a surrogate pair, nor a number that is no double. */
    private static void refuseUnfit(JsonNode node, JsonPointer at) {
        if (node.isTextual() && unfit(node.textValue())) {
            throw Refusal.invalid(at.toString(), "This holds characters that are not text.");
        }
        if (node.isNumber() && !Double.isFinite(node.doubleValue())) {
            throw Refusal.invalid(at.toString(), "This number is too large.");
        }
        if (node.isObject()) {
            for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
                Map.Entry<String, JsonNode> field = fields.next();
                if (unfit(field.getKey())) {
                    throw Refusal.invalid(at.toString(), "A key here holds characters that are not text.");
                }
                refuseUnfit(field.getValue(), at.appendProperty(field.getKey()));
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            refuseUnfit(node.get(i), at.appendIndex(i));
        }
    }

    static boolean unfit(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                return true;
            }
            i += pair ? 1 : 0;
        }
        return false;
    }

    private static Refusal refusalOf(JsonMappingException unfit) {
        String pointer = pointer(unfit.getPath());
        for (Throwable cause = unfit.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return at(pointer, refusal);
            }
        }
        return Refusal.invalid(pointer, detail(unfit));
    }

    /** A value type that refuses its content knows only its own fields, so the pointer to its place is put before theirs. */
    private static Refusal at(String pointer, Refusal refusal) {
        if (refusal.violations().isEmpty()) {
            return Refusal.invalid(pointer, refusal.getMessage());
        }
        Refusal placed = Refusal.invalid(refusal.violations().stream()
                .map(violation -> new Refusal.Violation(pointer + violation.pointer(), violation.detail()))
                .toList());
        refusal.limit().ifPresent(placed::beyond);
        return placed;
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        JsonPointer pointer = JsonPointer.empty();
        for (JsonMappingException.Reference step : path) {
            pointer = step.getFieldName() == null
                    ? pointer.appendIndex(Math.max(0, step.getIndex()))
                    : pointer.appendProperty(step.getFieldName());
        }
        return pointer.toString();
    }

    private static String detail(JsonMappingException unfit) {
        if (unfit instanceof UnrecognizedPropertyException) {
            return "There is no such field.";
        }
        String message = unfit.getOriginalMessage();
        if (message == null) {
            return "This has the wrong form.";
        }
        if (message.startsWith("must be ")) {
            return "This " + message + ".";
        }
        if (unfit instanceof InvalidFormatException wrong
                && wrong.getTargetType() != null
                && wrong.getTargetType().isEnum()) {
            return "This must be one of "
                    + Arrays.stream(wrong.getTargetType().getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        return "This has the wrong type or form.";
    }
}
