package org.lanerunner.shared.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says in the API's document of each field whether it is always there and whether it may be null, as the records have it. What is answered is all there, and null
 * only where the component is marked {@link Nullable}. What is asked may be left out or null, unless a constraint asks for it or it is a primitive, which may be
 * left out only. A record that stands in answers and in requests has two schemas where the two differ; the one for requests is named so.
 */
final class DocumentedFields {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String OF_REQUESTS = "Request";

    /** Of a schema's fields those that are always there, and those that may be null. */
    private record Fields(Set<String> required, Set<String> nullable) {}

    private final ObjectNode document;
    private final ObjectNode schemas;
    private final Map<String, List<Class<?>>> records;

    private DocumentedFields(ObjectNode document, Collection<Class<?>> records) {
        this.document = document;
        this.schemas = (ObjectNode) document.at("/components/schemas");
        this.records = records.stream().collect(Collectors.groupingBy(Class::getSimpleName));
    }

    static void tellIn(ObjectNode document, Collection<Class<?>> records) {
        new DocumentedFields(document, records).tell();
    }

    private void tell() {
        Set<String> answered = new HashSet<>();
        Set<String> asked = new HashSet<>();
        for (JsonNode body : document.findValues("requestBody")) {
            reach(body, asked);
        }
        for (JsonNode answers : document.findValues("responses")) {
            reach(answers, answered);
        }
        Map<String, Fields> ofAnswers = fieldsOf(answered, this::answered);
        Map<String, Fields> ofRequests = fieldsOf(asked, this::asked);
        ofRequests.forEach((name, fields) -> {
            if (!ofAnswers.containsKey(name)) {
                tell(schema(name), fields);
            } else if (!ofAnswers.get(name).equals(fields)) {
                schemas.set(name + OF_REQUESTS, tell(schema(name).deepCopy(), fields));
                asked.stream()
                        .filter(other -> !answered.contains(other))
                        .forEach(other -> pointAnew(name, schema(other)));
                document.findValues("requestBody").forEach(body -> pointAnew(name, body));
            }
        });
        ofAnswers.forEach((name, fields) -> tell(schema(name), fields));
    }

    private ObjectNode schema(String name) {
        return (ObjectNode) schemas.path(name);
    }

    private void pointAnew(String name, JsonNode holder) {
        for (JsonNode parent : holder.findParents("$ref")) {
            if (parent.path("$ref").asText().equals(SCHEMAS + name)) {
                ((ObjectNode) parent).put("$ref", SCHEMAS + name + OF_REQUESTS);
            }
        }
    }

    /** The names of all schemas that something leads to. */
    private void reach(JsonNode from, Set<String> found) {
        for (JsonNode reference : from.findValues("$ref")) {
            String pointer = reference.asText();
            String name = pointer.substring(pointer.lastIndexOf('/') + 1);
            if (!pointer.startsWith(SCHEMAS) || found.add(name)) {
                reach(document.at(pointer.substring(1)), found);
            }
        }
    }

    private Map<String, Fields> fieldsOf(Set<String> names, Function<JavaType, Fields> fieldsOf) {
        Map<String, Fields> found = new TreeMap<>();
        for (String name : names) {
            if (!schema(name).has("properties")) {
                continue;
            }
            Set<Fields> possible = recordsOf(name)
                    .map(type -> fieldsOf.apply(Json.mapper().constructType(type)))
                    .collect(Collectors.toSet());
            if (possible.size() != 1) {
                throw new IllegalStateException(
                        possible.size() + " records may be the schema " + name
                                + "; what the API shows is a record, and of two with the same name and components both say the same");
            }
            found.put(name, possible.iterator().next());
        }
        return found;
    }

    /** Those of the schema's name and components: of the same name SmallRye numbers the second, and what holds a type is named with it. */
    private Stream<Class<?>> recordsOf(String name) {
        Set<String> components = new HashSet<>();
        schema(name).path("properties").fieldNames().forEachRemaining(components::add);
        return records.entrySet().stream()
                .filter(named -> name.startsWith(named.getKey()))
                .flatMap(named -> named.getValue().stream()
                        .filter(type -> name.replaceAll("\\d+$", "").equals(named.getKey())
                                || type.getTypeParameters().length > 0))
                .filter(type -> written(Json.mapper().constructType(type))
                                .keySet()
                                .equals(components)
                        || read(Json.mapper().constructType(type)).keySet().equals(components));
    }

    private Fields answered(JavaType type) {
        Map<String, AnnotatedMember> written = written(type);
        JsonInclude inclusion = type.getRawClass().getAnnotation(JsonInclude.class);
        Set<String> nullable = written.entrySet().stream()
                .filter(property -> property.getValue().hasAnnotation(Nullable.class))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        boolean leftOut = inclusion != null && inclusion.value() == JsonInclude.Include.NON_NULL;
        return leftOut
                ? new Fields(without(nullable, written.keySet()), Set.of())
                : new Fields(written.keySet(), nullable);
    }

    private Fields asked(JavaType type) {
        Map<String, BeanPropertyDefinition> read = read(type);
        Set<String> required = read.entrySet().stream()
                .filter(property -> isAskedFor(property.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<String> never = read.entrySet().stream()
                .filter(property ->
                        property.getValue().getPrimaryMember().getRawType().isPrimitive())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Fields(required, without(never, without(required, read.keySet())));
    }

    private static boolean isAskedFor(BeanPropertyDefinition property) {
        return property.isRequired() || property.getPrimaryMember().hasAnnotation(NotNull.class);
    }

    private static Set<String> without(Set<String> some, Set<String> all) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /** What Jackson writes of a type, by its name on the wire. */
    private static Map<String, AnnotatedMember> written(JavaType type) {
        Map<String, AnnotatedMember> written = new LinkedHashMap<>();
        for (BeanPropertyDefinition property :
                Json.mapper().getSerializationConfig().introspect(type).findProperties()) {
            AnnotatedMember accessor = property.getAccessor();
            if (accessor != null && accessor.hasAnnotation(JsonUnwrapped.class)) {
                written.putAll(written(accessor.getType()));
            } else if (accessor != null) {
                written.put(property.getName(), accessor);
            }
        }
        return written;
    }

    /** What Jackson reads of a type. */
    private static Map<String, BeanPropertyDefinition> read(JavaType type) {
        return Json.mapper().getDeserializationConfig().introspect(type).findProperties().stream()
                .filter(property -> property.getConstructorParameter() != null)
                .collect(Collectors.toMap(BeanPropertyDefinition::getName, Function.identity()));
    }

    private static ObjectNode tell(ObjectNode schema, Fields fields) {
        schema.remove("required");
        ArrayNode required = schema.objectNode().arrayNode();
        fields.required().forEach(required::add);
        schema.path("properties").fields().forEachRemaining(property -> {
            if (fields.nullable().contains(property.getKey())) {
                property.setValue(orNull((ObjectNode) property.getValue()));
            }
        });
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (!schema.has("$ref")) {
            ArrayNode types = schema.arrayNode().add(schema.path("type")).add("null");
            return schema.set("type", types);
        }
        ObjectNode either = schema.objectNode();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }
}
