package org.lanerunner.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.Command;
import org.lanerunner.vault.SealedColumn;

/** Rules of the design that a class can break. Each is tried on a class that does, in the package {@code fixtures}. */
class ClassRulesTest {

    /** It talks to a terminal. */
    private static final String CONSOLE = "org.lanerunner.launcher.Main";

    /** It paces the demo's truck. */
    private static final String PACE = "org.lanerunner.launcher.demo.Wait";

    /** Runs outside the container that injects a clock. */
    private static final String LAUNCHER = "org.lanerunner.launcher..";

    /** Reads what clients write, within the years that are computed with. */
    private static final String TIMES = "org.lanerunner.shared.rest.Times";

    private static final JavaClasses FIXTURES =
            new ClassFileImporter().importPackages("org.lanerunner.architecture.fixtures");

    private static final ArchRule ENTITIES_ARE_HIDDEN = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(MappedSuperclass.class)
            .should()
            .bePackagePrivate()
            .because("other features and the modules around them get views");

    private static final ArchRule REPOSITORIES_ARE_HIDDEN =
            classes().that().haveSimpleNameEndingWith("Repository").should().bePackagePrivate();

    private static final ArchRule ENTITIES_HAVE_NO_SETTERS = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .or()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Embeddable.class)
            .should()
            .haveNameMatching("set[A-Z].*")
            .because("an entity changes by commands that check");

    private static final ArchRule STATES_CHANGE_BY_COMMANDS_OF_THE_TABLE = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should(askTheTable())
            .because("a command that is in no table leaves states that nobody thought of");

    private static final ArchRule RESOURCES_ARE_APPLICATION_SCOPED = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .and()
            .areNotInterfaces()
            .should()
            .beAnnotatedWith(ApplicationScoped.class)
            .because("a bean a request costs three quarters of the throughput");

    private static final ArchRule CALLS_SHOW_NO_ENTITY = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should(satisfy(
                    "have no entity in their signature", ClassRulesTest::showsNoEntity, JavaMethod::getFullName));

    private static final ArchRule NAMES_SAY_WHAT_IT_IS = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|DTO|Dto)(\\$.*)?")
            .because("a name says what a thing is in the field's words");

    private static final ArchRule TIME_AND_CHANCE_ARE_INJECTED = classes()
            .that()
            .resideOutsideOfPackage(LAUNCHER)
            .should(notAccess(
                    "the machine's clock or a predictable random number",
                    access -> readsClock(access) || rollsDice(access)));

    private static final ArchRule TIMES_FROM_OUTSIDE_ARE_BOUNDED = classes()
            .that()
            .resideInAnyPackage("..rest..", "..live..", "..fixtures..")
            .and()
            .doNotHaveFullyQualifiedName(TIMES)
            .should(notAccess(
                    "a reader of times that takes any year",
                    access -> access.getTargetOwner().getName().startsWith("java.time.")
                            && access.getName().equals("parse")));

    private static final ArchRule NOTHING_SLEEPS = classes()
            .that()
            .doNotHaveFullyQualifiedName(PACE)
            .should(notAccess(
                    "Thread.sleep",
                    access ->
                            isOwnedBy(access, Thread.class) && access.getName().equals("sleep")));

    private static final ArchRule NOTHING_PRINTS = classes()
            .that()
            .doNotHaveFullyQualifiedName(CONSOLE)
            .should(notAccess("the console", ClassRulesTest::prints));

    private static final ArchRule SEALED_COLUMNS_ARE_FOUND = classes()
            .that()
            .areAssignableTo(SealedColumn.class)
            .and()
            .areNotInterfaces()
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .beAnnotatedWith(ApplicationScoped.class)
            .because("the job that seals anew under other keys asks CDI for them");

    @Test
    void sealedColumnsAreFound() {
        holds(SEALED_COLUMNS_ARE_FOUND, "HiddenColumn");
    }

    @Test
    void entitiesAreHidden() {
        holds(ENTITIES_ARE_HIDDEN, "PublicEntity");
    }

    @Test
    void repositoriesAreHidden() {
        holds(REPOSITORIES_ARE_HIDDEN, "PublicRepository");
    }

    @Test
    void entitiesHaveNoSetters() {
        holds(ENTITIES_HAVE_NO_SETTERS, "PublicEntity.setName");
    }

    @Test
    void statesChangeByCommandsOfTheTable() {
        holds(STATES_CHANGE_BY_COMMANDS_OF_THE_TABLE, "PublicEntity.close()");
    }

    @Test
    void whatFollowsIsNotHandedAState() {
        holds(
                STATES_CHANGE_BY_COMMANDS_OF_THE_TABLE,
                "FollowingEntity.follow(org.lanerunner.architecture.fixtures.FollowingEntity$Status)",
                "FollowingEntity.reopen()");
        List<String> details = STATES_CHANGE_BY_COMMANDS_OF_THE_TABLE
                .evaluate(FIXTURES)
                .getFailureReport()
                .getDetails();
        assertEquals(
                List.of(),
                details.stream()
                        .filter(detail -> detail.contains("FollowingEntity.follow()"))
                        .toList());
    }

    @Test
    void resourcesAreApplicationScoped() {
        holds(RESOURCES_ARE_APPLICATION_SCOPED, "OpenResource");
    }

    @Test
    void noEntityIsShownOverHttp() {
        holds(CALLS_SHOW_NO_ENTITY, "OpenResource.get()", "OpenResource.put(");
    }

    @Test
    void namesSayWhatItIs() {
        holds(NAMES_SAY_WHAT_IT_IS, "FreightManager", "FreightManager$RateDTO");
    }

    @Test
    void timeAndChanceAreInjected() {
        holds(
                TIME_AND_CHANCE_ARE_INJECTED,
                "Impatient.instant()",
                "Impatient.date()",
                "Impatient.reference()",
                "Impatient.millis()",
                "Impatient.dice()",
                "Impatient.chance()");
    }

    @Test
    void theInjectedClockIsFine() {
        List<String> details = TIME_AND_CHANCE_ARE_INJECTED
                .evaluate(FIXTURES)
                .getFailureReport()
                .getDetails();
        assertEquals(
                List.of(),
                details.stream()
                        .filter(detail -> detail.contains("Impatient.patient("))
                        .toList());
    }

    @Test
    void timesFromOutsideAreBounded() {
        holds(TIMES_FROM_OUTSIDE_ARE_BOUNDED, "Impatient.reads(");
    }

    @Test
    void nothingSleeps() {
        holds(NOTHING_SLEEPS, "Impatient.waits()");
    }

    @Test
    void nothingButTheConsolePrints() {
        holds(NOTHING_PRINTS, "Impatient.prints()", "Impatient.complains()", "Impatient.dumps(");
    }

    /** Production keeps the rule, and of the fixtures each of these breaks it. */
    private static void holds(ArchRule rule, String... offenders) {
        rule.check(Production.classes());
        List<String> details = rule.evaluate(FIXTURES).getFailureReport().getDetails();
        Set<String> missed = new TreeSet<>();
        Stream.of(offenders)
                .filter(offender -> details.stream().noneMatch(detail -> detail.contains(offender)))
                .forEach(missed::add);
        assertEquals(Set.of(), missed, () -> "offenders that the rule does not see; it saw " + details);
    }

    private static boolean showsNoEntity(JavaMethod call) {
        return Stream.concat(
                        call.getReturnType().getAllInvolvedRawTypes().stream(),
                        call.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()))
                .noneMatch(type -> type.getBaseComponentType().isAnnotatedWith(Entity.class));
    }

    private static boolean readsClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        boolean givenClock = access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return owner.startsWith("java.time.") && access.getName().equals("now") && !givenClock
                || isOwnedBy(access, System.class) && access.getName().equals("currentTimeMillis");
    }

    private static boolean rollsDice(JavaAccess<?> access) {
        return isOwnedBy(access, Random.class) && access.getName().equals("<init>")
                || isOwnedBy(access, Math.class) && access.getName().equals("random");
    }

    private static boolean prints(JavaAccess<?> access) {
        return isOwnedBy(access, System.class) && Set.of("out", "err").contains(access.getName())
                || access.getName().equals("printStackTrace");
    }

    private static boolean isOwnedBy(JavaAccess<?> access, Class<?> type) {
        return access.getTargetOwner().isEquivalentTo(type);
    }

    private static ArchCondition<JavaClass> notAccess(String what, Predicate<JavaAccess<?>> unwanted) {
        return new ArchCondition<>("not access " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().stream()
                        .filter(unwanted)
                        .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
            }
        };
    }

    /** Whatever sets a state, but for what makes the entity, asks a row of its table of commands. */
    private static ArchCondition<JavaClass> askTheTable() {
        return new ArchCondition<>("ask a command of their table before they change state") {
            @Override
            public void check(JavaClass entity, ConditionEvents events) {
                entity.getMethods().stream()
                        .filter(ClassRulesTest::setsState)
                        .filter(method -> !follows(method))
                        .forEach(method ->
                                events.add(new SimpleConditionEvent(method, asksTable(method), method.getFullName())));
            }
        };
    }

    private static boolean setsState(JavaMethod method) {
        return method.getFieldAccesses().stream()
                .anyMatch(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET
                        && access.getName().equals("status")
                        && access.getTarget().getRawType().isEnum());
    }

    /**
     * A status that follows from others is set by one method of its entity that nobody can hand a state: private, without parameters, and what it sets is the
     * answer of a rule of its own, a pure function of the package that is tested in every combination.
     */
    private static boolean follows(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PRIVATE)
                && method.getRawParameterTypes().isEmpty()
                && method.getName().equals("follow")
                && method.getFieldAccesses().stream()
                        .filter(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET)
                        .allMatch(access -> answersOf(method, access.getTarget().getRawType()));
    }

    private static boolean answersOf(JavaMethod method, JavaClass state) {
        return method.getMethodCallsFromSelf().stream()
                .flatMap(call -> call.getTarget().resolveMember().stream())
                .anyMatch(rule -> rule.getModifiers().contains(JavaModifier.STATIC)
                        && rule.getRawReturnType().equals(state)
                        && rule.getOwner().getModifiers().contains(JavaModifier.FINAL)
                        && rule.getOwner().getFields().stream()
                                .allMatch(field -> field.getModifiers().contains(JavaModifier.FINAL)));
    }

    private static boolean asksTable(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getName().equals("mustLeave")
                        && call.getTargetOwner().isAssignableTo(Command.class));
    }

    private static <T> ArchCondition<T> satisfy(String what, Predicate<T> wanted, Function<T, String> name) {
        return new ArchCondition<>(what) {
            @Override
            public void check(T item, ConditionEvents events) {
                events.add(new SimpleConditionEvent(item, wanted.test(item), name.apply(item)));
            }
        };
    }
}
