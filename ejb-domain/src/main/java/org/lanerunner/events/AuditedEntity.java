package org.lanerunner.events;

import java.lang.reflect.Field;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CompositeType;
import org.hibernate.type.Type;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.Personal;

/**
 * Says which attributes of an entity stand in the audit, and how: plain ones as they are, those that are marked {@link Personal} encrypted, and all others not
 * at all. The parts of an embedded value stand there one by one.
 */
final class AuditedEntity {

    /**
     * @param part index within an embedded value, or -1
     * @param personal whether it can identify a person
     * @param subject index of the attribute that says which person, or -1 for the row itself
     */
    private record Attribute(String name, int property, int part, boolean personal, int subject) {}

    private final List<Attribute> attributes = new ArrayList<>();
    private final Type[] types;

    private AuditedEntity(Type[] types) {
        this.types = types;
    }

    static AuditedEntity of(EntityPersister persister) {
        AuditedEntity entity = new AuditedEntity(persister.getPropertyTypes());
        List<String> names = List.of(persister.getPropertyNames());
        for (int property = 0; property < names.size(); property++) {
            if (property != persister.getVersionProperty()) {
                entity.add(field(persister.getMappedClass(), names.get(property)), property, names);
            }
        }
        return entity;
    }

    /** The attributes that differ. @param after null when the row was removed */
    Map<String, Change.Values> changed(
            UUID id, Object[] before, Object[] after, SharedSessionContractImplementor session) {
        Map<String, Change.Values> values = new LinkedHashMap<>();
        for (Attribute attribute : attributes) {
            Object old = plain(value(attribute, before, session));
            Object now = after == null ? null : plain(value(attribute, after, session));
            if (!Objects.equals(old, now)) {
                UUID subject = attribute.personal ? subject(attribute, id, before, after, session) : null;
                values.put(attribute.name, new Change.Values(old, now, subject));
            }
        }
        return values;
    }

    /** The value in a form that can stand in JSON. */
    static Object plain(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(each -> plain(each).toString()).sorted().toList();
        }
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof String) {
            return value;
        }
        return value instanceof Enum<?> word ? word.name() : value.toString();
    }

    /** True if an attribute of this type stands there unencrypted. Hibernate reports collections of values by themselves. */
    static boolean isPlain(Field field) {
        Class<?> type = field.getType();
        return type.isPrimitive()
                || Number.class.isAssignableFrom(type)
                || type == Boolean.class
                || type.isEnum()
                || type == UUID.class
                || Temporal.class.isAssignableFrom(type)
                || field.isAnnotationPresent(Code.class) && !Collection.class.isAssignableFrom(type);
    }

    private void add(Field field, int property, List<String> names) {
        if (types[property] instanceof CompositeType embedded) {
            String[] parts = embedded.getPropertyNames();
            for (int part = 0; part < parts.length; part++) {
                Field inner = field(embedded.getReturnedClass(), parts[part]);
                Personal whose = field.isAnnotationPresent(Personal.class)
                        ? field.getAnnotation(Personal.class)
                        : inner.getAnnotation(Personal.class);
                add(field.getName() + "." + parts[part], inner, whose, property, part, names);
            }
        } else if (types[property].isEntityType()) {
            attributes.add(new Attribute(field.getName(), property, -1, false, -1));
        } else {
            add(field.getName(), field, field.getAnnotation(Personal.class), property, -1, names);
        }
    }

    private void add(String name, Field field, Personal whose, int property, int part, List<String> names) {
        if (field.isAnnotationPresent(Personal.class)) {
            attributes.add(new Attribute(name, property, part, true, names.indexOf(whose.of())));
        } else if (isPlain(field)) {
            attributes.add(new Attribute(name, property, part, false, -1));
        }
    }

    private Object value(Attribute attribute, Object[] state, SharedSessionContractImplementor session) {
        Object value = state[attribute.property];
        if (value == null) {
            return null;
        }
        if (attribute.part >= 0) {
            return ((CompositeType) types[attribute.property]).getPropertyValue(value, attribute.part, session);
        }
        return types[attribute.property].isEntityType() ? session.getContextEntityIdentifier(value) : value;
    }

    /** The person that the row names now or, if it names none now, named before; the row itself where none is known. */
    private UUID subject(
            Attribute attribute, UUID id, Object[] before, Object[] after, SharedSessionContractImplementor session) {
        if (attribute.subject < 0) {
            return id;
        }
        for (Object[] state : java.util.Arrays.asList(after, before)) {
            Object whom = state == null ? null : state[attribute.subject];
            if (whom != null) {
                return (UUID)
                        (types[attribute.subject].isEntityType() ? session.getContextEntityIdentifier(whom) : whom);
            }
        }
        return id;
    }

    private static Field field(Class<?> type, String name) {
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (Field field : declaring.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        throw new IllegalArgumentException(type.getName() + " has no field " + name);
    }
}
