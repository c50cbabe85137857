package org.lanerunner.analytics.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.analytics.LaneReport;
import org.lanerunner.analytics.LaneReports;
import org.lanerunner.analytics.LaneRunView;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.rest.CostlyReads;
import org.lanerunner.shared.rest.Times;

/** The lane report: the whole report for the platform's administrators, for others what their own organisation posted and booked. */
@Path("/reports/lanes")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class LaneReportsResource {

    @Inject
    private LaneReports reports;

    @Inject
    private CostlyReads costlyReads;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(
            summary = "The lane report of a business date",
            description =
                    "Per lane of regions and currency: loads posted and booked, rate per kilometre low, median and high with the count they come from, "
                            + "empty kilometres. upTo says up to when facts are in it, and is null for a date that was never run.")
    public LaneReport report(
            @Parameter(required = true, schema = @Schema(implementation = LocalDate.class)) @QueryParam("date")
                    String date) {
        Caller caller = currentCaller.get();
        LocalDate day = date(date);
        return costlyReads.read(() -> reports.report(caller, day));
    }

    @POST
    @Path("/runs")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make the report of a date anew",
            description = "Replaces the date's rows in one transaction when it is done.")
    @APIResponse(
            responseCode = "202",
            description = "Will be done",
            content = @Content(schema = @Schema(implementation = LaneRunView.class)))
    public Response request(@NotNull LaneRunRequest request) {
        LaneRunView run = reports.request(currentCaller.get(), request.date());
        return Response.accepted(run)
                .location(URI.create("reports/lanes/runs/" + run.id()))
                .build();
    }

    @GET
    @Path("/runs/{id}")
    @Operation(summary = "How a run of the lane report stands")
    public LaneRunView run(@PathParam("id") UUID id) {
        return reports.run(currentCaller.get(), id);
    }

    private static LocalDate date(String date) {
        try {
            return date == null ? null : Times.date(date);
        } catch (DateTimeException unreadable) {
            throw Refusal.invalid("/date", "A date is written like 2026-11-20.");
        }
    }
}
