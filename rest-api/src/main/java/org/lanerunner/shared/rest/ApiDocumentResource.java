package org.lanerunner.shared.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The API's document for machines, as the build has packed it. JSON is also YAML, so a client that asks for YAML, or names no format, gets the same text with
 * YAML's media type.
 */
@Path("openapi")
@ApplicationScoped
@PermitAll
public class ApiDocumentResource {

    private static final String YAML = "application/yaml";
    private static final byte[] DOCUMENT = read();

    /** @param format the parameter of MicroProfile OpenAPI for clients that can hardly send a header: JSON or YAML */
    @GET
    @Produces({YAML, MediaType.APPLICATION_JSON})
    @Operation(hidden = true)
    public Response document(@QueryParam("format") String format, @Context Request request) {
        Variant asked =
                request.selectVariant(Variant.mediaTypes(MediaType.valueOf(YAML), MediaType.APPLICATION_JSON_TYPE)
                        .build());
        boolean json = format == null
                ? asked != null && asked.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE)
                : format.equalsIgnoreCase("json");
        return Response.ok(DOCUMENT, json ? MediaType.APPLICATION_JSON : YAML).build();
    }

    private static byte[] read() {
        try (InputStream file = ApiDocumentResource.class.getResourceAsStream("/docs/openapi.json")) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
