package org.lanerunner.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.events.AuditTrail;
import org.lanerunner.identity.AuditFilter;
import org.lanerunner.identity.AuditReader;
import org.lanerunner.identity.AuditRow;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Limits;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;

/** Who did what, from where, and what it changed. */
@Path("audit")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class AuditResource {

    /** The rows of one export. A caller who wants more names an earlier end and asks again. */
    static final int MOST_EXPORTED = 10_000;

    @Inject
    private AuditReader reader;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Limits limits;

    @GET
    @Operation(
            summary =
                    "What was done and what was refused, newest first; a month back unless a time is named. Who audits the platform sees every organisation's")
    public Page<AuditRow> list(
            @QueryParam("organisation") UUID organisation,
            @QueryParam("person") UUID person,
            @QueryParam("action") String action,
            @QueryParam("subject") UUID subject,
            @QueryParam("outcome") AuditTrail.Outcome outcome,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return reader.list(
                currentCaller.get(),
                new AuditFilter(organisation, person, action, subject, outcome, from, to),
                new PageRequest(after, limit));
    }

    @GET
    @Path("export")
    @Produces("text/csv")
    @Operation(
            summary =
                    "The same as CSV, for who has just proven who they are; 10,000 rows at most, the last line says where there is more")
    @APIResponse(
            responseCode = "200",
            description = "A line each change, and one each row without",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public Response export(
            @QueryParam("organisation") UUID organisation,
            @QueryParam("person") UUID person,
            @QueryParam("action") String action,
            @QueryParam("subject") UUID subject,
            @QueryParam("outcome") AuditTrail.Outcome outcome,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to) {
        Caller caller = currentCaller.get();
        AuditFilter filter = new AuditFilter(organisation, person, action, subject, outcome, from, to);
        // a refusal must come before the first byte of the answer is written
        Page<AuditRow> first = reader.export(caller, filter);
        StreamingOutput lines = out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write(AuditCsv.HEAD);
            Page<AuditRow> page = first;
            int written = 0;
            while (true) {
                for (AuditRow row : page.items()) {
                    writer.write(AuditCsv.lines(row));
                }
                written += page.items().size();
                if (page.next() == null) {
                    break;
                }
                if (written >= MOST_EXPORTED) {
                    limits.reached(Limit.AUDIT_EXPORT);
                    writer.write(AuditCsv.more(written));
                    break;
                }
                page = reader.list(caller, filter, new PageRequest(page.next(), PageRequest.MAXIMUM_LIMIT));
            }
            writer.flush();
        };
        return Response.ok(lines)
                .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
                .build();
    }
}
