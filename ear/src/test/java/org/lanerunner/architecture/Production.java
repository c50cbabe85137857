package org.lanerunner.architecture;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is deployed and what launches it: the classes that the modules before this one were compiled to, and their sources. */
final class Production {

    static final String BUSINESS = "ejb-domain";
    static final List<String> DELIVERY = List.of("rest-api", "websocket", "messaging", "batch-analytics");
    static final List<String> MODULES = Stream.concat(
                    Stream.of(BUSINESS, "portal", "server-config/module", "server-config"), DELIVERY.stream())
            .toList();
    static final String ROOT_PACKAGE = "org.lanerunner.";

    private static final Path HOME = home();
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(MODULES.stream()
                    .map(module -> HOME.resolve(module).resolve("target/classes"))
                    .toList());

    private Production() {}

    static JavaClasses classes() {
        return CLASSES;
    }

    static boolean isIn(String module, JavaClass type) {
        return type.getSource()
                .map(source -> source.getUri().toString().contains("/" + module + "/target/classes/"))
                .orElse(false);
    }

    /** A file or folder of the project. */
    static Path file(String path) {
        return HOME.resolve(path);
    }

    /** Java's sources and the package comments of a module. */
    static List<Path> sources(String module) {
        return filesUnder(HOME.resolve(module).resolve("src/main/java"));
    }

    static List<Path> migrations() {
        return filesUnder(HOME.resolve(BUSINESS).resolve("src/main/resources/db/migration"));
    }

    static List<Path> filesUnder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The features there are: the packages of the business. */
    static TreeSet<String> features() {
        return sources(BUSINESS).stream()
                .map(file -> file.getParent().getFileName().toString())
                .collect(toCollection(TreeSet::new));
    }

    /** The feature of a class or package, {@code trips} of {@code org.lanerunner.trips.rest.TripsResource}; empty for foreign ones. */
    static String featureOf(String name) {
        if (!name.startsWith(ROOT_PACKAGE)) {
            return "";
        }
        String rest = name.substring(ROOT_PACKAGE.length());
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }

    private static Path home() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(BUSINESS))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("These tests run inside the project's folder.");
        }
        return folder;
    }
}
