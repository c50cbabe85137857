package org.lanerunner.federation.messaging;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;

/** The token endpoint of OAuth 2.0, at the client's own address. */
public interface TokenEndpoint {

    /** @param authorization null for a client that sends its credentials in the form */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ClientHeaderParam(name = "Accept", value = MediaType.APPLICATION_JSON)
    Response exchange(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, Form form);
}
