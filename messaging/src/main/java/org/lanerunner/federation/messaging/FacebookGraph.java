package org.lanerunner.federation.messaging;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;

/** Facebook's Graph API: says whose token it is. The token goes in a header, since addresses are written to logs. */
public interface FacebookGraph {

    @GET
    @Path("me")
    @ClientHeaderParam(name = "Accept", value = MediaType.APPLICATION_JSON)
    Response me(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @QueryParam("fields") String fields,
            @QueryParam("appsecret_proof") String proof);
}
