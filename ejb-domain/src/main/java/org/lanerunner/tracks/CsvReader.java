package org.lanerunner.tracks;

import java.util.ArrayList;
import java.util.List;

/**
 * CSV with a header, whose columns are found by their usual names ({@link TrackColumns}). Cells are separated by comma,
 * semicolon, tab or bar, whichever gives a header with positions, and quoted as in RFC 4180. Lines before the header
 * (up to 20) are passed over. A table without such a header is refused: it is not guessed which column is the latitude.
 */
final class CsvReader implements TrackReader {

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int LINES_BEFORE_HEADER = 20;
    private static final int LONGEST_HEADER = 10_000;

    @Override
    public String format() {
        return "CSV";
    }

    @Override
    public boolean recognises(TrackSource source) {
        return true;
    }

    @Override
    public List<TrackPoint> read(TrackSource source) {
        String text = source.text();
        int lineStart = 0;
        for (int line = 0; line <= LINES_BEFORE_HEADER && lineStart < text.length(); line++) {
            int lineEnd = endOfLine(text, lineStart);
            if (lineEnd - lineStart <= LONGEST_HEADER) {
                for (char separator : SEPARATORS) {
                    List<String> names = new Rows(text.substring(lineStart, lineEnd), 0, separator).next();
                    TrackColumns columns = new TrackColumns(names == null ? List.of() : names);
                    if (names != null && names.size() > 1 && columns.tellPositions()) {
                        return TrackTable.points(columns, rows(source, text, lineEnd, separator));
                    }
                }
            }
            lineStart = lineEnd + 1;
        }
        throw source.unreadable("has no header line that names a latitude and a longitude; " + TrackFile.FORMATS_READ);
    }

    private static List<List<String>> rows(TrackSource source, String text, int from, char separator) {
        Rows rows = new Rows(text, from, separator);
        List<List<String>> read = new ArrayList<>();
        for (List<String> row = rows.next(); row != null; row = rows.next()) {
            if (row.size() > 1) {
                read.add(row);
                TrackFile.refuseTooMany(source, read.size());
            }
        }
        return read;
    }

    private static int endOfLine(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return i;
            }
        }
        return text.length();
    }

    /** Takes a text apart into rows of cells; lines end with LF, CR or both. */
    private static final class Rows {

        private static final int MOST_CELLS = 1000;
        private static final int LONGEST_QUOTED = 4000;

        private final String text;
        private final char separator;
        private int next;

        Rows(String text, int from, char separator) {
            this.text = text;
            this.next = from;
            this.separator = separator;
        }

        /** The next row that is not blank, or null after the last. */
        List<String> next() {
            while (next < text.length() && (text.charAt(next) == '\n' || text.charAt(next) == '\r')) {
                next++;
            }
            if (next >= text.length()) {
                return null;
            }
            List<String> cells = new ArrayList<>(8);
            while (true) {
                String cell = cell();
                if (cells.size() < MOST_CELLS) {
                    cells.add(cell);
                }
                if (next >= text.length() || text.charAt(next) != separator) {
                    return cells;
                }
                next++;
            }
        }

        private String cell() {
            int start = next;
            while (start < text.length() && text.charAt(start) == ' ') {
                start++;
            }
            if (start < text.length() && text.charAt(start) == '"') {
                int close = closingQuote(start + 1);
                if (close >= 0) {
                    next = close + 1;
                    skipTo();
                    return text.substring(start + 1, close)
                            .replace("\"\"", "\"")
                            .strip();
                }
            }
            skipTo();
            return text.substring(Math.min(start, next), next).strip();
        }

        private void skipTo() {
            while (next < text.length()
                    && text.charAt(next) != separator
                    && text.charAt(next) != '\n'
                    && text.charAt(next) != '\r') {
                next++;
            }
        }

        /** The quote that closes a cell, or -1. A stray quote spoils its own cell only, and not the rest of the file. */
        private int closingQuote(int from) {
            int end = Math.min(text.length(), from + LONGEST_QUOTED);
            for (int i = from; i < end; i++) {
                if (text.charAt(i) == '"') {
                    if (i + 1 >= text.length() || text.charAt(i + 1) != '"') {
                        return endsCell(i + 1) ? i : -1;
                    }
                    i++;
                }
            }
            return -1;
        }

        private boolean endsCell(int after) {
            int i = after;
            while (i < text.length() && text.charAt(i) == ' ') {
                i++;
            }
            return i >= text.length()
                    || text.charAt(i) == separator
                    || text.charAt(i) == '\n'
                    || text.charAt(i) == '\r';
        }
    }
}
