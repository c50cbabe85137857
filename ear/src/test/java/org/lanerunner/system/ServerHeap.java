package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the server keeps in its heap: what is in use after a collection, so that what it throws away doesn't count. */
final class ServerHeap {

    private static final Pattern USED =
            Pattern.compile("^jvm_memory_used_bytes\\{.*area=\"heap\".*} (\\S+)$", Pattern.MULTILINE);

    private ServerHeap() {}

    static long inUse() throws Exception {
        Process collection = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(server().pid()),
                        "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals(0, collection.waitFor());
        return (long) USED.matcher(Rest.measurements())
                .results()
                .mapToDouble(used -> Double.parseDouble(used.group(1)))
                .sum();
    }

    /** The one Java process that the tests have started. */
    private static ProcessHandle server() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }
}
