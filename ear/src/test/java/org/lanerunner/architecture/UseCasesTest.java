package org.lanerunner.architecture;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lanerunner.architecture.fixtures.usecases.DeliveringResource;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Permission;

/**
 * Permission belongs to the use case, whichever way in: whatever a delivery module calls of the business asks for the caller's permission before it does
 * anything else, or says why nobody needs one. What only other services call is no use case.
 */
class UseCasesTest {

    private static final List<Class<? extends Annotation>> BEANS =
            List.of(Stateless.class, Singleton.class, ApplicationScoped.class, RequestScoped.class, Dependent.class);

    private static final JavaClasses FIXTURES = new ClassFileImporter()
            .importPackages(DeliveringResource.class.getPackageName(), Caller.class.getPackageName());

    private static final Predicate<JavaClass> DELIVERING_FIXTURE =
            type -> type.getName().equals(DeliveringResource.class.getName());

    @Test
    void whatAWayInCallsAsksForPermissionFirstOrSaysWhyNot() {
        JavaClasses all = Production.classes();
        assertEquals(Set.of(), silent(all, UseCasesTest::delivers, type -> Production.isIn(Production.BUSINESS, type)));
    }

    @Test
    void whatNeedsATokenCallsAUseCase() {
        assertEquals(
                Set.of(),
                withoutUseCase(
                        Production.classes(),
                        UseCasesTest::delivers,
                        type -> Production.isIn(Production.BUSINESS, type)));
    }

    @Test
    void whoseReasonSpeaksForAllItsMethodsKnowsNoCaller() {
        assertEquals(Set.of(), hiding(Production.classes()));
    }

    @Test
    void useCasesThatDoNotAskFirstAreSeen() {
        String useCases = "org.lanerunner.architecture.fixtures.usecases.UseCases.";
        assertEquals(
                Stream.of(
                                "silent",
                                "late",
                                "onOneWayOnly",
                                "afterARead",
                                "forNoPermission",
                                "inALambda",
                                "byALateBean",
                                "unsaid",
                                "referred",
                                "withoutCaller")
                        .map(useCases::concat)
                        .collect(toCollection(TreeSet::new)),
                silent(FIXTURES, DELIVERING_FIXTURE, DELIVERING_FIXTURE.negate()));
        assertEquals(
                Set.of(DeliveringResource.class.getName() + ".alone()"),
                withoutUseCase(FIXTURES, DELIVERING_FIXTURE, DELIVERING_FIXTURE.negate()));
        assertEquals(Set.of("org.lanerunner.architecture.fixtures.usecases.Hiding"), hiding(FIXTURES));
    }

    /** The use cases of which neither they nor what they call first asks, and that give no reason. */
    private static Set<String> silent(
            JavaClasses classes, Predicate<JavaClass> delivers, Predicate<JavaClass> business) {
        FirstActs firstActs = new FirstActs(classes, permissions());
        return classes.stream()
                .filter(delivers)
                .flatMap(type -> type.getCodeUnits().stream())
                .flatMap(unit -> called(unit, business))
                .filter(method -> !reasoned(method) && !firstActs.asks(method))
                .map(method -> method.getOwner().getName() + "." + method.getName())
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> withoutUseCase(
            JavaClasses classes, Predicate<JavaClass> delivers, Predicate<JavaClass> business) {
        return classes.stream()
                .filter(delivers)
                // by an interface somebody else's calls are made
                .filter(type -> !type.isInterface())
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class) && !isOpen(method))
                .filter(method -> !reaches(method, business, new HashSet<>()))
                .map(JavaMethod::getFullName)
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> hiding(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(NeedsNoPermission.class))
                .filter(type -> type.getMethods().stream()
                        .flatMap(method -> method.getRawParameterTypes().stream())
                        .anyMatch(parameter -> parameter.isEquivalentTo(Caller.class)))
                .map(JavaClass::getName)
                .collect(toCollection(TreeSet::new));
    }

    /** What is called, or referred to, of beans of the business; of an interface, what its beans do. */
    private static Stream<JavaMethod> called(JavaCodeUnit unit, Predicate<JavaClass> business) {
        return Stream.concat(
                        unit.getMethodCallsFromSelf().stream().map(call -> call.getTarget()),
                        unit.getMethodReferencesFromSelf().stream().map(reference -> reference.getTarget()))
                .filter(target -> business.test(target.getOwner()))
                .flatMap(target -> target.resolveMember().stream())
                .map(JavaMethod.class::cast)
                .flatMap(method -> Stream.concat(Stream.of(method), implementations(method, business)))
                .filter(method -> BEANS.stream().anyMatch(method.getOwner()::isAnnotatedWith));
    }

    private static Stream<JavaMethod> implementations(JavaMethod method, Predicate<JavaClass> business) {
        if (!method.getOwner().isInterface() || reasoned(method)) {
            return Stream.empty();
        }
        String[] parameters =
                method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return method.getOwner().getAllSubclasses().stream()
                .filter(business)
                .flatMap(type -> type.tryGetMethod(method.getName(), parameters).stream());
    }

    private static boolean reaches(JavaCodeUnit unit, Predicate<JavaClass> business, Set<JavaCodeUnit> seen) {
        return called(unit, business).findAny().isPresent()
                || unit.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().equals(unit.getOwner()))
                        .flatMap(call -> call.getTarget().resolveMember().stream())
                        .filter(seen::add)
                        .anyMatch(own -> reaches(own, business, seen));
    }

    private static boolean delivers(JavaClass type) {
        return Production.DELIVERY.stream().anyMatch(module -> Production.isIn(module, type));
    }

    private static boolean isOpen(JavaMethod method) {
        return method.isAnnotatedWith(PermitAll.class) || method.getOwner().isAnnotatedWith(PermitAll.class);
    }

    private static boolean reasoned(JavaMethod method) {
        return Stream.<HasAnnotations<?>>of(method, method.getOwner())
                .anyMatch(item -> item.tryGetAnnotationOfType(NeedsNoPermission.class)
                        .filter(reason -> !reason.because().isBlank())
                        .isPresent());
    }

    private static Set<String> permissions() {
        return Permission.all().stream().map(Permission::name).collect(toSet());
    }
}
