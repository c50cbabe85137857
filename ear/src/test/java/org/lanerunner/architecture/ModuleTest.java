package org.lanerunner.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** Delivery modules stand on the business alone and do not know each other; the business knows none of them. */
class ModuleTest {

    @Test
    void deliveryUsesTheBusinessOnly() {
        assertEquals(
                Set.of(),
                uses(Production.DELIVERY, (user, used) -> !used.equals(user) && !used.equals(Production.BUSINESS)));
    }

    @Test
    void theBusinessUsesNoOtherModule() {
        assertEquals(Set.of(), uses(List.of(Production.BUSINESS), (user, used) -> !used.equals(user)));
    }

    @Test
    void usesBetweenModulesAreSeen() {
        assertFalse(uses(List.of("rest-api"), (user, used) -> used.equals(Production.BUSINESS))
                .isEmpty());
    }

    @Test
    void everyModuleHasItsOwnPackages() {
        Set<String> seen = new TreeSet<>();
        Set<String> twice = new TreeSet<>();
        for (String module : Production.MODULES) {
            Set<String> own = Production.classes().stream()
                    .filter(type -> Production.isIn(module, type))
                    .map(JavaClass::getPackageName)
                    .collect(toCollection(TreeSet::new));
            own.stream().filter(name -> !seen.add(name)).forEach(twice::add);
        }
        assertEquals(
                Set.of(), twice, "each deployment has its own class loader, so a package may not lie in two of them");
    }

    private static Set<String> uses(List<String> modules, BiPredicate<String, String> unwanted) {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : Production.classes()) {
            String user = moduleOf(type);
            if (modules.contains(user)) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String used = moduleOf(dependency.getTargetClass().getBaseComponentType());
                    if (!used.isEmpty() && unwanted.test(user, used)) {
                        found.add(type.getName() + " uses "
                                + dependency.getTargetClass().getName() + " of " + used);
                    }
                }
            }
        }
        return found;
    }

    /** Empty for what is not ours. */
    private static String moduleOf(JavaClass type) {
        return Production.MODULES.stream()
                .filter(module -> Production.isIn(module, type))
                .findFirst()
                .orElse("");
    }
}
