package org.lanerunner.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lanerunner.architecture.fixtures.Suspending;
import org.lanerunner.shared.SuspendsTransaction;

/** A suspended transaction keeps its connection while what runs below needs another: parallel callers then use up the pool and wait for each other for good. */
class TransactionRulesTest {

    private static final Set<TransactionAttributeType> SUSPENDING =
            Set.of(TransactionAttributeType.NOT_SUPPORTED, TransactionAttributeType.REQUIRES_NEW);
    private static final Set<Transactional.TxType> SUSPENDING_INTERCEPTED =
            Set.of(Transactional.TxType.NOT_SUPPORTED, Transactional.TxType.REQUIRES_NEW);

    @Test
    void whatSuspendsItsCallersTransactionSaysWhy() {
        assertEquals(Set.of(), unreasoned(Production.classes()));
    }

    @Test
    void aMissingReasonIsSeen() {
        String offender = Suspending.class.getName();
        assertEquals(
                Set.of(offender, offender + ".store()", offender + ".note()", offender + ".unsaid()"),
                unreasoned(new ClassFileImporter().importClasses(Suspending.class, Suspending.Reasoned.class)));
    }

    private static Set<String> unreasoned(JavaClasses classes) {
        return Stream.concat(
                        classes.stream()
                                .filter(type -> suspends(type) && !reasoned(type))
                                .map(HasName::getName),
                        classes.stream()
                                .flatMap(type -> type.getMembers().stream())
                                .filter(member -> suspends(member) && !reasoned(member))
                                .map(JavaMember::getFullName))
                .collect(toCollection(TreeSet::new));
    }

    private static boolean suspends(HasAnnotations<?> item) {
        return item.tryGetAnnotationOfType(TransactionAttribute.class)
                        .filter(attribute -> SUSPENDING.contains(attribute.value()))
                        .isPresent()
                || item.tryGetAnnotationOfType(Transactional.class)
                        .filter(attribute -> SUSPENDING_INTERCEPTED.contains(attribute.value()))
                        .isPresent();
    }

    private static boolean reasoned(HasAnnotations<?> item) {
        return item.tryGetAnnotationOfType(SuspendsTransaction.class)
                .filter(reason -> !reason.because().isBlank())
                .isPresent();
    }
}
