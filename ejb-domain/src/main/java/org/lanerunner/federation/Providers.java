package org.lanerunner.federation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;

/** The providers of this installation, read once. A wrong file keeps the server from starting, since at that moment its operator is there to mend it. */
@ApplicationScoped
public class Providers {

    @Inject
    private Settings settings;

    private List<Provider> all;

    @PostConstruct
    void read() {
        String file = settings.text(FederationSettings.LOGIN_PROVIDERS_FILE);
        all = file.isEmpty() ? List.of() : ProviderFile.read(Path.of(file));
    }

    void atStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
        all.size();
    }

    /** The providers with which one may sign in. Everybody who opens the portal sees them. */
    @NeedsNoPermission(because = "the page of the ways in shows a button for each")
    public List<ProviderView> list() {
        return all.stream().map(Provider::view).toList();
    }

    /** @throws Refusal INVALID where no provider of this name is configured */
    Provider named(String id) {
        return all.stream()
                .filter(provider -> provider.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("/provider", "There is no such provider here."));
    }

    /** Empty for a provider that is not configured any more. */
    Optional<Provider> of(String issuer) {
        return all.stream().filter(provider -> provider.issuer().equals(issuer)).findFirst();
    }
}
