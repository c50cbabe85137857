package org.lanerunner.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.lanerunner.shared.ServerSettings;

/**
 * The command {@code dev}: runs the server with a debug port, builds and deploys the EAR anew when a Java source or descriptor changes, and has Vite serve
 * the portal with hot reload. It runs until it is interrupted, then stops everything.
 */
final class Development {
    private static final List<String> MODULES =
            List.of("ejb-domain", "rest-api", "websocket", "messaging", "batch-analytics");
    private static final Set<String> SKIPPED = Set.of("target", "node_modules", "test");
    private static final int PORTAL_OFFSET = 4;
    private final Build build;
    private final EffectiveSettings settings;
    private final DataFolder data;
    private final LaneRunner laneRunner;
    private final Console console;

    Development(Build build, DataFolder data, EffectiveSettings settings, Console console) {
        this.build = build;
        this.data = data;
        this.settings = settings;
        this.console = console;
        this.laneRunner = new LaneRunner(build, data, settings, console);
    }

    int run() {
        if (laneRunner.runningServer().isPresent()) {
            laneRunner.stop();
        }
        ServerHandle server = start();
        Process portal = startPortal(server);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(portal), "dev-stop"));
        console.say("Server " + server.address() + ", debugger on port "
                + server.ports().debug() + "; Ctrl-C stops everything.");
        try {
            watch();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private ServerHandle start() {
        int portalPort = settings.number(ServerSettings.HTTP_PORT) + PORTAL_OFFSET;
        String origins = settings.text(ServerSettings.ALLOWED_ORIGINS) + ",http://localhost:" + portalPort
                + ",http://127.0.0.1:" + portalPort;
        return laneRunner.start(
                ports -> List.of(
                        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + ports.debug()),
                Map.of(
                        "lanerunner.deployments.scan.milliseconds",
                        "500",
                        ServerSettings.ALLOWED_ORIGINS.property(),
                        origins.replaceFirst("^,", "")));
    }

    private void stop(Process portal) {
        if (portal != null) {
            portal.descendants().forEach(ProcessHandle::destroy);
            portal.destroy();
        }
        laneRunner.stop();
    }

    private Process startPortal(ServerHandle server) {
        Path portal = build.home().resolve("portal");
        if (!Files.exists(portal.resolve("package.json"))) {
            console.say("There are no portal sources here; only the server is served.");
            return null;
        }
        try {
            int port = server.ports().http() + PORTAL_OFFSET;
            ProcessBuilder vite = new ProcessBuilder("npm", "run", "dev", "--", "--strictPort")
                    .directory(portal.toFile())
                    .inheritIO();
            vite.environment().put("LANERUNNER_URL", server.address().toString());
            vite.environment().put("LANERUNNER_PORTAL_PORT", String.valueOf(port));
            console.say("Portal with hot reload: http://localhost:" + port);
            return vite.start();
        } catch (IOException broken) {
            throw new LaunchFailure("npm could not be started for the portal: " + broken.getMessage(), broken);
        }
    }

    private void watch() throws InterruptedException {
        long built = newestSource();
        while (true) {
            TimeUnit.MILLISECONDS.sleep(700);
            long newest = newestSource();
            if (newest > built) {
                built = newest;
                rebuild();
            }
        }
    }

    private long newestSource() {
        long[] newest = {0};
        for (String module : MODULES) {
            try {
                Files.walkFileTree(build.home().resolve(module).resolve("src"), new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        return SKIPPED.contains(folder.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        newest[0] = Math.max(
                                newest[0], attributes.lastModifiedTime().toMillis());
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException goneMeanwhile) {
                        return FileVisitResult.CONTINUE;
                    }
                });
            } catch (IOException goneMeanwhile) {
                console.say("Looking for changes in " + module + " failed: " + goneMeanwhile.getMessage());
            }
        }
        return newest[0];
    }

    private void rebuild() {
        try {
            console.step("Building and deploying the change", this::deployChange);
        } catch (LaunchFailure failure) {
            console.say(failure.getMessage());
        }
    }

    private Void deployChange() throws IOException, InterruptedException {
        File log = data.logs().resolve("build.log").toFile();
        Process maven = new ProcessBuilder(
                        "mvn", "-q", "-B", "-ntp", "-Dmaven.test.skip=true", "-pl", "ear", "-am", "package")
                .directory(build.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        if (maven.waitFor() != 0) {
            throw new LaunchFailure("The build failed:\n" + errorsIn(log));
        }
        bringSchemaUpToDate(log);
        Path deployment = data.server().resolve("deployments/lanerunner.ear");
        Path fresh = data.run().resolve("lanerunner.ear");
        Files.copy(build.ear(), fresh, StandardCopyOption.REPLACE_EXISTING);
        Files.move(fresh, deployment, StandardCopyOption.ATOMIC_MOVE);
        Path marker = deployment.resolveSibling("lanerunner.ear.dodeploy");
        Files.writeString(marker, "");
        while (Files.exists(marker) || Files.exists(deployment.resolveSibling("lanerunner.ear.isdeploying"))) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        if (Files.exists(deployment.resolveSibling("lanerunner.ear.failed"))) {
            throw new LaunchFailure("The deployment failed.\n" + ServerLog.problems(data));
        }
        return null;
    }

    /** Runs in a launcher of its own, since this one still has the migrations of the build from which it was started. */
    private void bringSchemaUpToDate(File log) throws IOException, InterruptedException {
        Path built = build.home().resolve("server-config/target");
        Process migration = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Dlanerunner.home=" + build.home(),
                        "-cp",
                        built.resolve("classes") + File.pathSeparator + built.resolve("launcher") + "/*",
                        "org.lanerunner.launcher.Main",
                        "migrate",
                        "--data=" + data.root())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        if (migration.waitFor() != 0) {
            throw new LaunchFailure("The schema could not be brought up to date:\n" + Files.readString(log.toPath()));
        }
    }

    private static String errorsIn(File log) throws IOException {
        return Files.readAllLines(log.toPath()).stream()
                .filter(line -> line.startsWith("[ERROR]"))
                .limit(8)
                .collect(Collectors.joining("\n"));
    }
}
