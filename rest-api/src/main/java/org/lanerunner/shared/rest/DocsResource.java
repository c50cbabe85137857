package org.lanerunner.shared.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The API's document for people: one page, which the browser makes from {@code /api/openapi}. It loads nothing from other hosts. */
@Path("docs")
@ApplicationScoped
@PermitAll
public class DocsResource {

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public InputStream page() {
        return file("page.html");
    }

    @GET
    @Path("page.js")
    @Produces("text/javascript")
    @Operation(hidden = true)
    public InputStream script() {
        return file("page.js");
    }

    @GET
    @Path("page.css")
    @Produces("text/css")
    @Operation(hidden = true)
    public InputStream style() {
        return file("page.css");
    }

    private static InputStream file(String name) {
        return DocsResource.class.getResourceAsStream("/docs/" + name);
    }
}
