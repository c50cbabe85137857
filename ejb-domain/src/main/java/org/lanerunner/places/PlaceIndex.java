package org.lanerunner.places;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * All names of all cities in the order of their bytes, so that the names with a common prefix are neighbours. It is one
 * array of bytes, and 8 bytes for each entry. It is made from a table that is folded and sorted already, and refuses
 * one that is not.
 */
final class PlaceIndex {

    /** How an entry's name belongs to its city, with the table's values. */
    static final int NAME = 0;

    static final int ALTERNATE = 1;
    static final int INNER_WORD = 2;

    /** Receives what is found. */
    interface Found {
        void found(int row, int kind, boolean whole);
    }

    private byte[] bytes;
    private int[] starts = new int[1 << 18];
    private int[] rowsAndKinds = new int[1 << 18];
    private int count;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream(1 << 22);
    private byte[] last = {};

    void add(String name, int kind, int row) {
        byte[] key = name.getBytes(StandardCharsets.UTF_8);
        if (Arrays.compareUnsigned(last, key) > 0) {
            throw new IllegalStateException("the table of names is not in order at " + name);
        }
        if (count + 1 >= starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            rowsAndKinds = Arrays.copyOf(rowsAndKinds, rowsAndKinds.length * 2);
        }
        if (count > 0 && Arrays.equals(last, key)) {
            starts[count] = starts[count - 1];
        } else {
            starts[count] = collected.size();
            collected.writeBytes(key);
        }
        rowsAndKinds[count] = row << 2 | kind;
        count++;
        last = key;
    }

    void close() {
        bytes = collected.toByteArray();
        collected.reset();
        starts = Arrays.copyOf(starts, count);
        rowsAndKinds = Arrays.copyOf(rowsAndKinds, count);
        last = null;
    }

    /** Passes on each entry whose name begins with the folded prefix. */
    void find(String prefix, Found found) {
        byte[] wanted = prefix.getBytes(StandardCharsets.UTF_8);
        int end = bytes.length;
        for (int i = lowerBound(wanted); i < count && startsWith(i, wanted); i++) {
            boolean whole = startOfNext(i, end) - starts[i] == wanted.length;
            found.found(rowsAndKinds[i] >>> 2, rowsAndKinds[i] & 3, whole);
        }
    }

    private int startOfNext(int entry, int end) {
        for (int i = entry + 1; i < count; i++) {
            if (starts[i] != starts[entry]) {
                return starts[i];
            }
        }
        return end;
    }

    private int lowerBound(byte[] wanted) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int length = Math.min(wanted.length + 1, startOfNext(middle, bytes.length) - starts[middle]);
            if (Arrays.compareUnsigned(bytes, starts[middle], starts[middle] + length, wanted, 0, wanted.length) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean startsWith(int entry, byte[] prefix) {
        int start = starts[entry];
        return start + prefix.length <= bytes.length
                && Arrays.equals(bytes, start, start + prefix.length, prefix, 0, prefix.length)
                && startOfNext(entry, bytes.length) - start >= prefix.length;
    }
}
