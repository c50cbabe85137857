package org.lanerunner.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * The declarations of all features: the public constants of classes with a common ending, such as {@code LoadSettings} and {@code LoadPermissions}. The build
 * lists these classes, since a class path can't be asked what a folder of it holds.
 */
final class Declarations {

    /** The list of the classes' names, one in each line. */
    private static final String INDEX = "declarations.index";

    private Declarations() {}

    /** The constants of all classes whose names end so: the classes in alphabetical order, each class's constants as they stand. */
    static Stream<Field> of(String ending) {
        try (InputStream index = Declarations.class.getResourceAsStream(INDEX)) {
            return new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .flatMap(Declarations::constantsOf);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Object value(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Stream<Field> constantsOf(String name) {
        try {
            return Stream.of(Class.forName(name).getFields());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
