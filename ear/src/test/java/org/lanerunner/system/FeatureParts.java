package org.lanerunner.system;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All parts of one kind, found in the folder of the kind's class: a new feature adds a file there and edits none. */
public final class FeatureParts<T extends FeaturePart> {

    private final List<T> all;
    private final Map<String, T> byPath = new HashMap<>();

    /** @param world what each part's constructor takes */
    public FeatureParts(Class<T> kind, Object world) {
        try (Stream<Path> files = Files.list(Path.of(kind.getResource("").toURI()))) {
            all = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .sorted()
                    .map(name -> named(kind, name.replace(".class", "")))
                    .filter(type -> kind.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                    .map(type -> kind.cast(made(type, world)))
                    .toList();
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        for (T part : all) {
            for (String path : part.paths()) {
                T other = byPath.put(path, part);
                if (other != null) {
                    throw new IllegalStateException(
                            path + " is known to " + part.getClass() + " and " + other.getClass());
                }
            }
        }
    }

    public List<T> all() {
        return all;
    }

    /** Whose the address is; nobody's where a feature has brought none, which its test takes for a fault. */
    public Optional<T> of(String path) {
        return byPath.keySet().stream()
                .filter(known -> (path + "/").startsWith(known + "/"))
                .max(Comparator.comparing(String::length))
                .map(byPath::get);
    }

    private static Class<?> named(Class<?> kind, String name) {
        try {
            return Class.forName(kind.getPackageName() + "." + name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Object made(Class<?> type, Object world) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(world.getClass());
            constructor.setAccessible(true);
            return constructor.newInstance(world);
        } catch (ReflectiveOperationException unlike) {
            throw new IllegalStateException(type + " is not made from its test's world", unlike);
        }
    }
}
