package org.lanerunner.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The server's log of JSON lines, shown as lines for people. */
final class ServerLog {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TAIL_BYTES = 200_000;

    private ServerLog() {}

    static Path file(DataFolder data) {
        return data.logs().resolve("server.json");
    }

    /** The last lines. */
    static List<String> tail(DataFolder data, int count) {
        List<String> lines =
                rawTail(file(data)).stream().map(ServerLog::readable).toList();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** The server's last complaints, for the message about a start that has failed. */
    static String problems(DataFolder data) {
        List<String> problems = new ArrayList<>();
        for (String line : rawTail(file(data))) {
            JsonNode entry = parse(line);
            String level = entry.path("level").asText();
            if (level.equals("ERROR") || level.equals("FATAL")) {
                problems.add(shorten(withoutFrames(readable(line))));
            }
        }
        if (problems.isEmpty()) {
            problems.addAll(rawTail(data.logs().resolve("console.log")));
        }
        List<String> last = problems.subList(Math.max(0, problems.size() - 8), problems.size());
        return String.join("\n", last) + "\nThe whole log: " + file(data);
    }

    /** The stack frames stand in the log itself; here they would push the reason out of sight. */
    private static String withoutFrames(String text) {
        return text.lines().filter(line -> !line.startsWith("\tat ")).collect(Collectors.joining("\n"));
    }

    private static String shorten(String text) {
        return text.length() > 1500 ? text.substring(0, 1500) + " …" : text;
    }

    /** Prints new lines as they come, until the process is interrupted. */
    static void follow(DataFolder data, Console console) throws IOException, InterruptedException {
        Path file = file(data);
        long position = Files.exists(file) ? Files.size(file) : 0;
        while (true) {
            long size = Files.exists(file) ? Files.size(file) : 0;
            position = size < position ? 0 : position;
            if (size > position) {
                byte[] fresh = read(file, position, size);
                int end = lastLineEnd(fresh);
                new String(fresh, 0, end, StandardCharsets.UTF_8)
                        .lines()
                        .map(ServerLog::readable)
                        .forEach(console::say);
                position += end;
            }
            TimeUnit.MILLISECONDS.sleep(300);
        }
    }

    private static int lastLineEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static List<String> rawTail(Path file) {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            long size = Files.size(file);
            return new String(read(file, Math.max(0, size - TAIL_BYTES), size), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException broken) {
            return List.of("(" + file + " can't be read: " + broken.getMessage() + ")");
        }
    }

    private static byte[] read(Path file, long from, long to) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(to - from, Integer.MAX_VALUE - 8)];
            in.seek(from);
            in.readFully(bytes);
            return bytes;
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException notJson) {
            return JSON.createObjectNode().put("message", line);
        }
    }

    static String readable(String line) {
        JsonNode entry = parse(line);
        StringBuilder text = new StringBuilder();
        text.append(entry.path("timestamp").asText(""))
                .append(' ')
                .append(entry.path("level").asText(""))
                .append(' ');
        text.append('[')
                .append(entry.path("loggerName").asText(""))
                .append("] ")
                .append(entry.path("message").asText(""));
        JsonNode correlation = entry.path("mdc").path("correlationId");
        if (!correlation.isMissingNode()) {
            text.append(" (").append(correlation.asText()).append(')');
        }
        if (entry.has("stackTrace")) {
            text.append('\n').append(entry.get("stackTrace").asText());
        }
        return text.toString();
    }
}
