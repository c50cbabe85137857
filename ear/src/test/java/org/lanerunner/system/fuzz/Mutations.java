package org.lanerunner.system.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.lanerunner.system.Rest;

/** Makes a right body wrong: in a few places of its tree, or in the text that it is written as. */
final class Mutations {

    private static final int MOST_CHANGES = 3;
    private static final int MOST_COPIES = 150;
    private static final List<byte[]> BROKEN = brokenFiles();

    private final NaughtyValues values;

    Mutations(NaughtyValues values) {
        this.values = values;
    }

    /** Nearly right: other values, missing and further fields, more or fewer elements. */
    byte[] nearlyRight(byte[] right, Random random) {
        try {
            JsonNode body = Rest.JSON.readTree(right);
            if (!body.isContainerNode()) {
                return right;
            }
            int changes = 1 + random.nextInt(MOST_CHANGES);
            for (int i = 0; i < changes; i++) {
                List<ContainerNode<?>> places = containers(body);
                change(places.get(random.nextInt(places.size())), random);
            }
            return Rest.JSON.writeValueAsBytes(body);
        } catch (IOException unfit) {
            throw new UncheckedIOException(unfit);
        }
    }

    /** The same of a form in the body: a field missing, twice, or with another value. */
    byte[] nearlyRightForm(byte[] right, Random random) {
        List<String> fields = new ArrayList<>(List.of(new String(right, StandardCharsets.UTF_8).split("&")));
        int place = random.nextInt(fields.size());
        String field = fields.get(place);
        switch (random.nextInt(3)) {
            case 0 -> fields.remove(place);
            case 1 -> fields.add(field);
            default ->
                fields.set(
                        place,
                        field.substring(0, field.indexOf('=') + 1)
                                + URLEncoder.encode(String.valueOf(values.value(random)), StandardCharsets.UTF_8));
        }
        return String.join("&", fields).getBytes(StandardCharsets.UTF_8);
    }

    /** No JSON: cut off, continued, or one of the known ways to break it. */
    byte[] broken(byte[] right, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(right, 1 + random.nextInt(right.length - 1));
            case 1 -> (new String(right, StandardCharsets.UTF_8) + "{}").getBytes(StandardCharsets.UTF_8);
            default -> BROKEN.get(random.nextInt(BROKEN.size()));
        };
    }

    /** JSON, but nothing of what is wanted. */
    byte[] other(Random random) {
        try {
            return Rest.JSON.writeValueAsBytes(values.value(random));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** Those files of the parsers' test suite that no parser may take. */
    private static List<byte[]> brokenFiles() {
        try (Stream<Path> files = Files.list(
                Path.of(Mutations.class.getResource("/bad_input/json_parsing").toURI()))) {
            List<byte[]> broken = new ArrayList<>();
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("n_"))
                    .sorted()
                    .toList()) {
                broken.add(Files.readAllBytes(file));
            }
            return broken;
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private void change(ContainerNode<?> place, Random random) {
        if (place instanceof ObjectNode object) {
            change(object, random);
        } else if (place instanceof ArrayNode array) {
            change(array, random);
        }
    }

    private void change(ObjectNode object, Random random) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || random.nextInt(8) == 0) {
            object.set(random.nextBoolean() ? "nobodyKnows" : values.text(random), values.value(random));
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(5) == 0) {
            object.remove(name);
        } else {
            object.set(name, values.value(random));
        }
    }

    private void change(ArrayNode array, Random random) {
        int choice = array.isEmpty() ? 0 : random.nextInt(4);
        switch (choice) {
            case 0 -> array.add(values.value(random));
            case 1 -> array.remove(random.nextInt(array.size()));
            case 2 -> array.set(random.nextInt(array.size()), values.value(random));
            default -> {
                JsonNode one = array.get(random.nextInt(array.size()));
                int copies = 1 + random.nextInt(MOST_COPIES);
                for (int i = 0; i < copies; i++) {
                    array.add(one.deepCopy());
                }
            }
        }
    }

    private static List<ContainerNode<?>> containers(JsonNode body) {
        List<ContainerNode<?>> found = new ArrayList<>();
        collect(body, found);
        return found;
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> found) {
        if (node instanceof ContainerNode<?> container) {
            found.add(container);
            container.forEach(child -> collect(child, found));
        }
    }
}
