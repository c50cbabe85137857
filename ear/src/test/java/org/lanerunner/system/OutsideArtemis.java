package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An Artemis of its own process, as an operator makes one: an instance by its own command, the properties that LaneRunner says, and TLS with a certificate that nobody
 * trusts without being told. On this machine only.
 */
final class OutsideArtemis implements AutoCloseable {

    static final String USER = "servers";
    static final String PASSWORD = "for-tests-on-this-machine-only";
    static final String ROLE = "lanerunner";
    private static final Path HOME = Path.of(System.getProperty("lanerunner.artemis", "target/artemis"));

    private final int port;
    private final Path certificate;
    private final Process process;

    private OutsideArtemis(int port, Path certificate, Process process) {
        this.port = port;
        this.certificate = certificate;
        this.process = process;
    }

    /** @param instance its folder, which is not there yet; @param properties what the broker is told beyond what every one has */
    static OutsideArtemis start(Path instance, String properties) {
        int port = FreePorts.find().http();
        try {
            toItsEnd(List.of(
                    "bash",
                    HOME.resolve("bin/artemis").toString(),
                    "create",
                    instance.toString(),
                    "--silent",
                    "--require-login",
                    "--user=" + USER,
                    "--password=" + PASSWORD,
                    "--role=" + ROLE,
                    "--host=127.0.0.1",
                    "--default-port=" + port,
                    "--no-web",
                    "--no-autotune",
                    "--no-amqp-acceptor",
                    "--no-hornetq-acceptor",
                    "--no-mqtt-acceptor",
                    "--no-stomp-acceptor"));
            Path store = instance.resolve("etc/broker.p12");
            Path certificate = instance.resolve("etc/broker.crt");
            List<String> keytool = List.of(
                    Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    PASSWORD,
                    "-alias",
                    "broker");
            toItsEnd(and(keytool, "-genkeypair", "-keyalg", "RSA", "-dname", "CN=broker", "-ext", "SAN=ip:127.0.0.1"));
            toItsEnd(and(keytool, "-exportcert", "-rfc", "-file", certificate.toString()));
            Path told = Files.writeString(
                    instance.resolve("etc/lanerunner.properties"), properties + """
                            acceptorConfigurations.artemis.params.sslEnabled=true
                            acceptorConfigurations.artemis.params.keyStorePath=%s
                            acceptorConfigurations.artemis.params.keyStoreType=PKCS12
                            acceptorConfigurations.artemis.params.keyStorePassword=%s
                            """.formatted(store, PASSWORD));
            OutsideArtemis started = new OutsideArtemis(
                    port,
                    certificate,
                    run(List.of("bash", instance.resolve("bin/artemis").toString(), "run", "--properties=" + told)));
            Eventually.get(started::listens, Boolean::booleanValue);
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static List<String> and(List<String> command, String... more) {
        return Stream.concat(command.stream(), Stream.of(more)).toList();
    }

    private static void toItsEnd(List<String> command) throws IOException, InterruptedException {
        assertEquals(0, run(command).waitFor(), () -> "target/artemis.log says why not: " + command);
    }

    private static Process run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target/artemis.log").toFile()));
        builder.environment().put("JAVA_ARGS", "-Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        return builder.start();
    }

    String url() {
        return "ssl://127.0.0.1:" + port;
    }

    /** Who is to be trusted. */
    Path certificate() {
        return certificate;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
