package org.lanerunner.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lanerunner.shared.ServerSettings;

/** The options of the server's JVM: those that WildFly needs on a modular JDK, and those that keep it small and quick to start. */
public final class JvmOptions {
    private JvmOptions() {}

    /** The options that every server of this folder needs: its folders, and those of {@link #required}. */
    public static List<String> of(DataFolder data) {
        List<String> options = new ArrayList<>(required());
        options.add("-Djboss.server.base.dir=" + data.server());
        options.add("-Djboss.server.log.dir=" + data.logs());
        options.add("-Djava.io.tmpdir=" + data.temporary());
        return options;
    }

    /** The module openings of WildFly's own start script, and what the application relies on. */
    private static List<String> required() {
        return List.of(
                "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
                "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
                "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
                "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
                "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
                "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--add-opens=java.base/java.net=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.management/javax.management=ALL-UNNAMED",
                "--add-opens=java.naming/javax.naming=ALL-UNNAMED",
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.awt.headless=true",
                // without this the provider is looked up for every claim of every token, which takes a twentieth of a
                // request
                "-Djakarta.json.provider=org.eclipse.parsson.JsonProviderImpl",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dorg.wildfly.sigterm.suspend.timeout=10",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8");
    }

    /**
     * Options that keep the start short on few processors. The optimising compiler waits until code is run more often than a start runs it, and leaves out
     * what only a start runs ({@code directives}); without that it takes a third of the start's processor time for code that runs once. Loading classes also
     * does not cause a full collection each time the metaspace has grown a little.
     */
    static List<String> quickStart(Path directives) {
        return List.of(
                "-XX:Tier4InvocationThreshold=20000",
                "-XX:Tier4MinInvocationThreshold=2400",
                "-XX:Tier4CompileThreshold=60000",
                "-XX:Tier4BackEdgeThreshold=160000",
                "-XX:MetaspaceSize=192m",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:CompilerDirectivesFile=" + directives,
                "-XX:CompileCommand=quiet");
    }

    /** Directives for the JVM's compilers, in its own format (JEP 165). */
    static String compilerDirectives() {
        try (InputStream file = JvmOptions.class.getResourceAsStream("/compiler-directives.json")) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The options that the setting names, separated by blanks. */
    public static List<String> configured(EffectiveSettings settings) {
        String line = settings.text(ServerSettings.JVM_OPTIONS);
        return line.isBlank() ? List.of() : List.of(line.strip().split("\\s+"));
    }
}
