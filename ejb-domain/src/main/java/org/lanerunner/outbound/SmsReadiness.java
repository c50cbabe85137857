package org.lanerunner.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.lanerunner.shared.Settings;

/** Says where SMS go. Without a provider the server still serves, and a feature that needs SMS says that there are none. */
@Readiness
@ApplicationScoped
public class SmsReadiness implements HealthCheck {

    @Inject
    private Settings settings;

    @Override
    public HealthCheckResponse call() {
        SmsRoute route = SmsRoute.of(settings);
        return HealthCheckResponse.named("sms")
                .up()
                .withData("route", route.name())
                .withData("words", route.words())
                .build();
    }
}
