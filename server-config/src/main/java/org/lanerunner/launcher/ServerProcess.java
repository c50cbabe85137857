package org.lanerunner.launcher;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The WildFly of one data folder: a background process in a session of its own, so that it goes on after the launcher's end and after Ctrl-C at its terminal.
 * It is recognised by the folder's path on its command line; that works even when the launcher was killed before it could write anything down.
 */
public final class ServerProcess {
    /** With the server's own broker. */
    private static final String CONFIGURATION = "lanerunner.xml";

    /** With an external broker. */
    static final String WITH_BROKER = "lanerunner-broker.xml";

    private static final String FOLDER_FLAG = "-Dlanerunner.data=";
    private static final String ADDRESS_FLAG = "-Dlanerunner.address=";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private final Build build;
    private final DataFolder data;

    public ServerProcess(Build build, DataFolder data) {
        this.build = build;
        this.data = data;
    }

    /** The running server of this folder. */
    Optional<ProcessHandle> find() {
        String flag = FOLDER_FLAG + data.root();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments -> Arrays.asList(arguments).contains(flag))
                        .orElse(false))
                .filter(ProcessHandle::isAlive)
                .findFirst();
    }

    /** The address at which the running server was started to answer. */
    Optional<URI> address() {
        return find().flatMap(process -> process.info().arguments()).flatMap(arguments -> Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(ADDRESS_FLAG))
                .map(argument -> URI.create(argument.substring(ADDRESS_FLAG.length())))
                .findFirst());
    }

    /**
     * The address at which to reach a server that listens on {@code bind}: loopback, unless it listens on one other address only. IPv6 is refused, which the
     * server does not speak, and so is an address that this machine does not have.
     */
    static URI addressOf(String bind, int port) {
        InetAddress address = bindable(bind);
        return URI.create(
                "http://" + (address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress()) + ":" + port);
    }

    private static InetAddress bindable(String bind) {
        InetAddress address;
        try {
            address = Arrays.stream(InetAddress.getAllByName(bind))
                    .filter(Inet4Address.class::isInstance)
                    .findFirst()
                    .orElseThrow(() -> new LaunchFailure("LaneRunner listens on IPv4 addresses only, not on " + bind
                            + ". --bind 0.0.0.0 opens it on all of this machine's."));
        } catch (UnknownHostException unknown) {
            throw new LaunchFailure("--bind needs an IPv4 address of this machine, not " + bind + ".", unknown);
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(address, 0));
            return address;
        } catch (IOException notHere) {
            throw new LaunchFailure(
                    bind + " is no address of this machine that LaneRunner could listen on: " + notHere.getMessage(),
                    notHere);
        }
    }

    /** Copies the configuration and the EAR of this build into the folder, and empties the folder for temporary files. */
    public void prepare() {
        prepare(CONFIGURATION);
    }

    /** Does the same with one configuration of this build. */
    void prepare(String chosen) {
        build.requireComplete();
        Path configuration = data.server().resolve("configuration");
        Path deployments = deployments();
        try {
            data.emptyTemporary();
            Files.createDirectories(configuration);
            Files.createDirectories(deployments);
            Path built = build.server().resolve("standalone/configuration");
            copy(built.resolve(chosen), configuration.resolve(CONFIGURATION));
            for (String file : List.of(
                    "logging.properties",
                    "application-users.properties",
                    "application-roles.properties",
                    "mgmt-users.properties",
                    "mgmt-groups.properties")) {
                copy(built.resolve(file), configuration.resolve(file));
            }
            try (var markers = Files.newDirectoryStream(deployments, "lanerunner.ear.*")) {
                for (Path marker : markers) {
                    Files.delete(marker);
                }
            }
            Path ear = deployments.resolve("lanerunner.ear");
            if (!Files.exists(ear) || Files.mismatch(build.ear(), ear) != -1) {
                copy(build.ear(), ear);
            }
            Files.createFile(deployments.resolve("lanerunner.ear.dodeploy"));
        } catch (IOException broken) {
            throw new LaunchFailure(
                    "The server's folder " + data.server() + " can't be prepared: " + broken.getMessage(), broken);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Path fresh = to.resolveSibling(to.getFileName() + ".new");
        Files.copy(from, fresh, StandardCopyOption.REPLACE_EXISTING);
        Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path deployments() {
        return data.server().resolve("deployments");
    }

    /** Writes the properties that the server reads at its start. They are in a file, since every user of the machine can see a command line. */
    public Path writeProperties(Map<String, String> properties) {
        StringBuilder content = new StringBuilder();
        new TreeMap<>(properties).forEach((name, value) -> content.append(escape(name))
                .append('=')
                .append(escape(value))
                .append('\n'));
        Path file = data.run().resolve("server.properties");
        DataFolder.writePrivate(file, content.toString());
        return file;
    }

    /** The value with which the running server was started; empty where that is not known. */
    String startedWith(String property) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(data.run().resolve("server.properties"))) {
            properties.load(in);
        } catch (IOException unknown) {
            return "";
        }
        return properties.getProperty(property, "");
    }

    private static String escape(String text) {
        Properties one = new Properties();
        one.setProperty("k", text);
        java.io.StringWriter out = new java.io.StringWriter();
        try {
            one.store(out, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString()
                .lines()
                .filter(line -> line.startsWith("k="))
                .findFirst()
                .orElseThrow()
                .substring(2)
                .replace(" ", "\\ ");
    }

    /** Starts the process; {@link #awaitReady} waits for it. */
    ProcessHandle launch(URI address, Path properties, List<String> jvmOptions) {
        List<String> command = new ArrayList<>(ownSession());
        command.add(javaCommand());
        command.add(FOLDER_FLAG + data.root());
        command.add(ADDRESS_FLAG + address);
        command.add("@" + writeArguments(properties, jvmOptions));
        Path console = data.logs().resolve("console.log");
        try {
            Files.write(console, new byte[0]);
            return new ProcessBuilder(command)
                    .directory(data.root().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()))
                    .start()
                    .toHandle();
        } catch (IOException broken) {
            throw new LaunchFailure("The server can't be started: " + broken.getMessage(), broken);
        }
    }

    /**
     * Writes the rest of the command line into a file. The operating system shows other programs only the first 4 kB of a command line, and {@link #find}
     * must see the folder's path there.
     */
    private Path writeArguments(Path properties, List<String> jvmOptions) {
        Path directives = data.run().resolve("compiler-directives.json");
        DataFolder.writePrivate(directives, JvmOptions.compilerDirectives());
        List<String> arguments = new ArrayList<>(JvmOptions.quickStart(directives));
        arguments.addAll(jvmOptions);
        arguments.addAll(JvmOptions.of(data));
        arguments.addAll(List.of(
                "-Djboss.home.dir=" + build.server(),
                "-jar",
                build.server().resolve("jboss-modules.jar").toString(),
                "-mp",
                build.server().resolve("modules").toString(),
                "org.jboss.as.standalone",
                "--read-only-server-config=" + CONFIGURATION,
                "-P=" + properties));
        Path file = data.run().resolve("server.arguments");
        DataFolder.writePrivate(
                file,
                arguments.stream()
                        .map(argument -> '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n")
                        .collect(Collectors.joining()));
        return file;
    }

    private static String javaCommand() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<String> ownSession() {
        if (Files.exists(Path.of("/usr/bin/setsid"))) {
            return List.of("/usr/bin/setsid");
        }
        if (Files.exists(Path.of("/usr/bin/perl"))) {
            // macOS has no setsid
            return List.of("/usr/bin/perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV", "--");
        }
        return List.of("nohup");
    }

    /**
     * Returns when all parts of the application are deployed and it says that it is ready. Fails when its process ends, its deployment fails, or the time is
     * up.
     */
    void awaitReady(ProcessHandle process, URI address, Duration limit) {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        long end = System.nanoTime() + limit.toNanos();
        while (!(isDeployed() && isReady(client, address))) {
            if (!process.isAlive()) {
                throw new LaunchFailure("The server ended while it started.\n" + ServerLog.problems(data));
            }
            if (deploymentFailed()) {
                throw new LaunchFailure("The server could not deploy the application.\n" + ServerLog.problems(data));
            }
            if (System.nanoTime() > end) {
                throw new LaunchFailure(
                        "The server was not ready after " + limit.toSeconds() + " s.\n" + ServerLog.problems(data));
            }
            pause();
        }
    }

    /**
     * The server marks the EAR as deployed only after all its parts have started. The API alone may answer before that, or although another part has failed.
     */
    private boolean isDeployed() {
        return Files.exists(deployments().resolve("lanerunner.ear.deployed"));
    }

    boolean deploymentFailed() {
        return Files.exists(deployments().resolve("lanerunner.ear.failed"));
    }

    /** Whether the running server has deployed everything and says at {@code address} that it is ready. */
    boolean isReady(URI address) {
        return isDeployed()
                && isReady(
                        HttpClient.newBuilder()
                                .connectTimeout(Duration.ofSeconds(2))
                                .build(),
                        address);
    }

    private static boolean isReady(HttpClient client, URI address) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted.", interrupted);
        }
    }

    /** Ends the process: first it is asked to stop, then it is killed. */
    void stop() {
        Optional<ProcessHandle> found = find();
        if (found.isEmpty()) {
            return;
        }
        ProcessHandle process = found.get();
        process.destroy();
        if (endsWithin(process, STOP_LIMIT)) {
            new ClassArchive(build, data).keep();
        } else {
            process.destroyForcibly();
            endsWithin(process, STOP_LIMIT);
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (java.util.concurrent.TimeoutException late) {
            return false;
        } catch (java.util.concurrent.ExecutionException | CompletionException broken) {
            return !process.isAlive();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted.", interrupted);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted.", interrupted);
        }
    }
}
