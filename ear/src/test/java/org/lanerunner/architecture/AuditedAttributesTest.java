package org.lanerunner.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Unaudited;

/**
 * Of every attribute it is decided how it may stand in the audit: plain ones (ids, enums, numbers, times, booleans) as they are, and of all others a mark
 * says whether they are a code, name a person or stand there never.
 */
class AuditedAttributesTest {

    private static final Set<Class<?>> PLAIN =
            Set.of(UUID.class, Boolean.class, Integer.class, Long.class, Double.class, BigDecimal.class);

    @Test
    void everyAttributeIsPlainOrMarked() {
        assertEquals(Set.of(), undecided(Production.classes()));
    }

    @Test
    void hashesAreNeverAudited() {
        Set<String> open = Production.classes().stream()
                .flatMap(AuditedAttributesTest::attributes)
                .filter(field -> field.getName().matches("(?i).*(hash|secret|password|token).*"))
                .filter(field -> !field.isAnnotatedWith(Unaudited.class))
                .map(JavaField::getFullName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), open);
    }

    @Test
    void anUndecidedAttributeIsSeen() {
        JavaClasses fixtures = new ClassFileImporter().importPackages("org.lanerunner.architecture.fixtures");
        assertEquals(Set.of("org.lanerunner.architecture.fixtures.PublicEntity.name"), undecided(fixtures));
    }

    private static Set<String> undecided(JavaClasses classes) {
        return classes.stream()
                .flatMap(AuditedAttributesTest::attributes)
                .filter(field -> !plain(field) && !marked(field))
                .map(JavaField::getFullName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JavaField> attributes(JavaClass type) {
        return type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(Embeddable.class)
                ? type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                : Stream.empty();
    }

    private static boolean marked(JavaField field) {
        return Stream.of(Code.class, Personal.class, Unaudited.class).anyMatch(field::isAnnotatedWith);
    }

    /** Rows of other entities are looked at by themselves, embedded values part by part; collections of values hold enums and ids. */
    private static boolean plain(JavaField field) {
        JavaClass type = field.getRawType();
        boolean ofEnumsOrIds = field.isAnnotatedWith(ElementCollection.class)
                && field.getType().getAllInvolvedRawTypes().stream()
                        .anyMatch(involved -> involved.isEnum() || involved.isEquivalentTo(UUID.class));
        return type.isPrimitive()
                || type.isEnum()
                || PLAIN.stream().anyMatch(type::isEquivalentTo)
                || type.getPackageName().equals("java.time")
                || type.isAnnotatedWith(Embeddable.class)
                || field.isAnnotatedWith(ManyToOne.class)
                || field.isAnnotatedWith(OneToMany.class)
                || ofEnumsOrIds;
    }
}
