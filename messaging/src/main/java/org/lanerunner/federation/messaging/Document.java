package org.lanerunner.federation.messaging;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;

/** A JSON document that everybody may read, at the client's own address. */
public interface Document {

    @GET
    @ClientHeaderParam(name = "Accept", value = MediaType.APPLICATION_JSON)
    Response read();
}
