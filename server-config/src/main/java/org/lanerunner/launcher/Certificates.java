package org.lanerunner.launcher;

import java.time.Clock;
import java.util.List;
import org.lanerunner.launcher.tls.Telling;
import org.lanerunner.launcher.tls.Tls;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Setting;

/** The command {@code certificate}: shows the certificate of HTTPS, or makes another one. The running server then uses that without ending its connections. */
public final class Certificates {
    /** Settings that a running server keeps until its next start, whatever this command line says. */
    private static final List<Setting> AS_STARTED =
            List.of(ServerSettings.HTTP_PORT, ServerSettings.BIND, ServerSettings.HTTPS, ServerSettings.HTTPS_PORT);

    private final Build build;
    private final DataFolder data;
    private final EffectiveSettings settings;
    private final Console console;

    public Certificates(Build build, DataFolder data, EffectiveSettings settings, Console console) {
        this.build = build;
        this.data = data;
        this.settings = settings;
        this.console = console;
    }

    int run(Options options) {
        boolean renew = options.arguments().equals(List.of("renew"));
        if (!renew && !options.arguments().isEmpty()) {
            throw new LaunchFailure("`certificate` knows only `renew`. See ./lanerunner help");
        }
        if (!data.exists()) {
            throw new LaunchFailure("There is no data folder at " + data.root() + " yet; `start --https` makes it.");
        }
        ServerProcess server = new ServerProcess(build, data);
        if (server.find().isPresent()) {
            AS_STARTED.forEach(setting -> {
                String value = server.startedWith(setting.property());
                if (!value.isEmpty()) {
                    settings.put(setting, value);
                }
            });
        }
        if (renew) {
            try (DataFolder.Lock lock = data.lock()) {
                renew(options.has("new-authority"));
            }
        }
        tell(settings, data, console);
        return 0;
    }

    private void renew(boolean newAuthority) {
        new Tls(data, settings, Clock.systemUTC()).renew(newAuthority);
        new ServerProcess(build, data)
                .address()
                .filter(address -> settings.flag(ServerSettings.HTTPS))
                .ifPresent(address -> console.step("The running server takes it", () -> {
                    reload(build, Ports.from(address.getPort()));
                    return null;
                }));
    }

    /** Makes a running server read its key store again; from then on handshakes show the new certificate. */
    public static void reload(Build build, Ports ports) {
        new Management(build)
                .run(
                        ports,
                        List.of(
                                "/subsystem=elytron/key-store=https:load()",
                                "/subsystem=elytron/key-manager=https:init()"));
    }

    /** Tells how other devices reach the server. */
    public static void tell(EffectiveSettings settings, DataFolder data, Console console) {
        new Telling(
                        console,
                        new Tls(data, settings, Clock.systemUTC()),
                        settings.number(ServerSettings.HTTP_PORT),
                        settings.number(ServerSettings.HTTPS_PORT))
                .tell(System.console() != null);
    }
}
