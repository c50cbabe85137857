package org.lanerunner.identity.rest;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.lanerunner.identity.AuditRow;

/**
 * Rows of the audit as CSV (RFC 4180). Much of the text was written by the people who were audited, so a value that a spreadsheet would take for a formula
 * gets an apostrophe before it.
 */
final class AuditCsv {

    static final String HEAD = line(
            "at",
            "principal",
            "principal id",
            "name",
            "organisation",
            "action",
            "subject",
            "call",
            "outcome",
            "reason",
            "times",
            "address",
            "user agent",
            "record",
            "record id",
            "attribute",
            "before",
            "after",
            "impersonator id",
            "impersonator");

    private AuditCsv() {}

    /** One line for each change; one line where nothing changed. */
    static String lines(AuditRow row) {
        if (row.changes().isEmpty()) {
            return of(row, new AuditRow.Change(null, null, false, null, null, null));
        }
        return row.changes().stream().map(change -> of(row, change)).collect(Collectors.joining());
    }

    static String more(int written) {
        return line("There is more than these " + written + " rows: name an earlier end and export again.");
    }

    private static String of(AuditRow row, AuditRow.Change change) {
        return line(
                row.at(),
                row.principal(),
                row.principalId(),
                row.principalName(),
                row.organisationId(),
                row.action(),
                row.subjectId(),
                row.call(),
                row.outcome(),
                row.slug(),
                row.times(),
                row.address(),
                row.userAgent(),
                change.record(),
                change.id(),
                change.attribute(),
                change.before(),
                change.after(),
                row.impersonatorId(),
                row.impersonatorName());
    }

    private static String line(Object... cells) {
        return Arrays.stream(cells).map(AuditCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    static String cell(Object value) {
        String text = value == null ? "" : value.toString();
        boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n'].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
