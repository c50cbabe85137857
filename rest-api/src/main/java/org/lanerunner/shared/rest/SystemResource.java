package org.lanerunner.shared.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.shared.Metrics;

/** For operators and load balancers. Nothing here tells anything about anybody's business. */
@Path("/")
@ApplicationScoped
@PermitAll
@Tag(name = "system")
@SecurityRequirements
public class SystemResource {

    @Inject
    private Checks checks;

    @Inject
    private Metrics metrics;

    @Inject
    private ScrapeRule scrapeRule;

    /** @param status UP or DOWN; @param checks each part by name */
    public record Health(String status, List<CheckResult> checks) {

        /** One part: UP or DOWN, and what is known about it. */
        public record CheckResult(String name, String status, Map<String, Object> data) {}
    }

    /** The version that runs here. */
    public record Version(String name, String version, String commit) {}

    @GET
    @Path("health")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "All checks")
    @APIResponse(
            responseCode = "200",
            description = "Everything is up",
            content = @Content(schema = @Schema(implementation = Health.class)))
    @APIResponse(
            responseCode = "503",
            description = "Something is down",
            content = @Content(schema = @Schema(implementation = Health.class)))
    public Response health() {
        return answer(checks.all());
    }

    @GET
    @Path("live")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Is the process alive; a restart is due where it is not")
    @APIResponse(
            responseCode = "200",
            description = "Alive",
            content = @Content(schema = @Schema(implementation = Health.class)))
    public Response live() {
        return answer(checks.liveness());
    }

    @GET
    @Path("ready")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Can it serve: database and broker answer")
    @APIResponse(
            responseCode = "200",
            description = "Ready",
            content = @Content(schema = @Schema(implementation = Health.class)))
    @APIResponse(
            responseCode = "503",
            description = "Not ready",
            content = @Content(schema = @Schema(implementation = Health.class)))
    public Response ready() {
        return answer(checks.readiness());
    }

    @GET
    @Path("version")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What runs here")
    public Version version() {
        return BuildVersion.present();
    }

    @GET
    @Path("metrics")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "Measurements in Prometheus' text format, by the scrape token")
    @APIResponse(
            responseCode = "200",
            description = "Measurements",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .STRING)))
    public Response metrics(
            @Context HttpServletRequest request, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        scrapeRule.require(request, authorization);
        return Response.ok(metrics.scrape(), "text/plain; version=0.0.4; charset=utf-8")
                .build();
    }

    private static Response answer(Health health) {
        return Response.status(health.status().equals("UP") ? 200 : 503)
                .entity(health)
                .build();
    }
}
