package org.lanerunner.system;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.lanerunner.launcher.Build;
import org.lanerunner.launcher.Console;
import org.lanerunner.launcher.DataFolder;
import org.lanerunner.launcher.EffectiveSettings;
import org.lanerunner.launcher.LaneRunner;
import org.lanerunner.launcher.Ports;
import org.lanerunner.launcher.ServerHandle;

/** One of several servers on one database, with a data folder and ports of its own, as the launcher starts it. */
final class Node implements AutoCloseable {

    private final DataFolder data;
    private final LaneRunner laneRunner;
    private final URI address;
    private ServerHandle server;

    /** @param shared settings that all of them have */
    Node(Build build, Path folder, String name, Map<String, String> shared) {
        Ports ports = FreePorts.find();
        Map<String, String> settings = new HashMap<>(shared);
        settings.put("LANERUNNER_HTTP_PORT", String.valueOf(ports.http()));
        settings.put("LANERUNNER_NODE_NAME", name);
        data = DataFolder.at(folder.resolve(name));
        laneRunner = new LaneRunner(build, data, EffectiveSettings.of(data, settings), new Console(System.out));
        address = URI.create("http://127.0.0.1:" + ports.http());
    }

    void start() {
        server = laneRunner.start();
    }

    ServerHandle server() {
        return server;
    }

    /** kill -9. */
    void kill() {
        ProcessHandle process = laneRunner.runningServer().orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** @param path below {@code /api} */
    Answer get(String path, String accessToken) {
        return send("GET", path, null, accessToken);
    }

    Answer post(String path, Object body, String accessToken) {
        return send("POST", path, body, accessToken);
    }

    private Answer send(String method, String path, Object body, String accessToken) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api" + path))
                .timeout(Eventually.LIMIT)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        Rest.JSON.valueToTree(body).toString()));
        if (accessToken != null) {
            request.header("Authorization", "Bearer " + accessToken);
        }
        return Rest.send(request.build());
    }

    /** A page that follows its organisation at this server; the ticket may be of another one. */
    Channel follow(String ticket) throws Exception {
        Channel channel = Channel.connect(HttpClient.newHttpClient(), address, address.toString());
        channel.say(Rest.object("ticket", ticket));
        channel.await("ready");
        channel.say(Rest.object("subscribe", "organisation"));
        channel.await("subscribed");
        return channel;
    }

    @Override
    public void close() {
        laneRunner.stop();
    }
}
