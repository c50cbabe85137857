package org.lanerunner.shared.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** The public API, at {@code /api} (the war's context root). Resources and providers are found by scanning. */
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT", realmName = "lanerunner")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "LaneRunner",
                        version = "1",
                        description =
                                "Moves anything along a lane: post a load, find a trip, agree, carry, prove, get paid. Every body is JSON; every error is application/problem+json.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        servers = @Server(url = "/"),
        security = @SecurityRequirement(name = "accessToken"))
@SecurityScheme(
        securitySchemeName = "accessToken",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "The accessToken that /auth/login answers with.")
public class ApiApplication extends Application {}
