package org.lanerunner.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.lanerunner.shared.Settings;

/** Says where mail goes. Without a provider the server still serves, and messages wait. */
@Readiness
@ApplicationScoped
public class MailReadiness implements HealthCheck {

    @Inject
    private Settings settings;

    @Override
    public HealthCheckResponse call() {
        MailRoute route = MailRoute.of(settings);
        return HealthCheckResponse.named("mail")
                .up()
                .withData("route", route.name())
                .withData("words", route.words())
                .build();
    }
}
