package org.lanerunner.system.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lanerunner.system.AccessWorld;

/** The table of docs/security/access.md, read and written. */
record AccessTable(List<Row> rows) {

    private static final String HEAD = "| Call | Whose | " + String.join(" | ", AccessWorld.ROLES) + " |";

    /** @param call such as {@code GET /api/loads/{id}} or {@code LIVE booking}; @param whose in the caller's view; @param cells one for each role */
    record Row(String call, String whose, List<String> cells) {

        String key() {
            return call + " " + whose;
        }

        String line() {
            return "| " + call + " | " + whose + " | " + String.join(" | ", cells) + " |";
        }
    }

    static AccessTable read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(file)) {
            inside = line.equals(HEAD) || (inside && line.startsWith("|"));
            if (inside && !line.equals(HEAD) && !line.startsWith("| ---")) {
                List<String> fields = List.of(
                                line.substring(1, line.length() - 1).split("\\|"))
                        .stream()
                        .map(String::strip)
                        .toList();
                rows.add(new Row(fields.get(0), fields.get(1), fields.subList(2, fields.size())));
            }
        }
        return new AccessTable(rows);
    }

    String text() {
        String rule = "| --- | --- | "
                + AccessWorld.ROLES.stream().map(role -> "---").collect(Collectors.joining(" | ")) + " |";
        return HEAD + "\n" + rule + "\n" + rows.stream().map(Row::line).collect(Collectors.joining("\n")) + "\n";
    }
}
