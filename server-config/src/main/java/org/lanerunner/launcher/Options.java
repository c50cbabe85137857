package org.lanerunner.launcher;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The words of a command line: a command, its arguments and its options. An option that the command does not have is refused. */
public record Options(String command, List<String> arguments, Map<String, String> values) {
    private static final Set<String> WITH_VALUE =
            Set.of("data", "port", "bind", "https-port", "trace", "speed", "lines", "role");
    private static final Set<String> WITHOUT_VALUE =
            Set.of("exit", "yes", "follow", "restored", "https", "new-authority", "destroy");
    private static final Set<String> EVERYWHERE = Set.of("data", "port", "bind", "https", "https-port");
    private static final Map<String, Set<String>> OF_COMMAND = Map.of(
            "demo", Set.of("exit", "trace", "speed"),
            "logs", Set.of("follow", "lines"),
            "reset", Set.of("yes"),
            "certificate", Set.of("new-authority"),
            "keys", Set.of("destroy"),
            "broker-config", Set.of("role"),
            "migrate", Set.of("restored"));

    static Options parse(String[] words) {
        String command = words.length == 0 ? "help" : words[0];
        List<String> arguments = new ArrayList<>();
        Map<String, String> values = new TreeMap<>();
        for (int i = 1; i < words.length; i++) {
            String word = words[i];
            if (!word.startsWith("-")) {
                arguments.add(word);
                continue;
            }
            String name =
                    word.equals("-f") ? "follow" : word.replaceFirst("^--", "").replaceFirst("=.*", "");
            if (!EVERYWHERE.contains(name)
                    && !OF_COMMAND.getOrDefault(command, Set.of()).contains(name)) {
                throw new LaunchFailure("`" + command + "` has no option " + word + ". See ./lanerunner help");
            }
            if (WITHOUT_VALUE.contains(name)) {
                values.put(name, "true");
            } else if (word.contains("=")) {
                values.put(name, word.substring(word.indexOf('=') + 1));
            } else if (WITH_VALUE.contains(name) && i + 1 < words.length) {
                values.put(name, words[++i]);
            } else {
                throw new LaunchFailure("The option " + word + " needs a value.");
            }
        }
        return new Options(command, List.copyOf(arguments), Map.copyOf(values));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public String value(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        try {
            return has(name) ? Integer.parseInt(values.get(name)) : otherwise;
        } catch (NumberFormatException broken) {
            throw new LaunchFailure("--" + name + " needs a whole number, not " + values.get(name) + ".");
        }
    }

    Path data(Path home) {
        try {
            return has("data")
                    ? Path.of(System.getProperty("lanerunner.cwd", ".")).resolve(values.get("data"))
                    : home.resolve("data");
        } catch (InvalidPathException broken) {
            throw new LaunchFailure("--data needs a path: " + broken.getMessage(), broken);
        }
    }
}
