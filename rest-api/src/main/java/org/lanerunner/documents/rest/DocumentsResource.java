package org.lanerunner.documents.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.documents.ArrivedFile;
import org.lanerunner.documents.ArrivingDocument;
import org.lanerunner.documents.DocumentView;
import org.lanerunner.documents.Documents;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.rest.ClaimedCall;
import org.lanerunner.shared.rest.ClaimedFirst;
import org.lanerunner.shared.rest.MultipartForm;

/** Photos and papers. A download is always an attachment that no browser runs or sniffs, whatever its bytes are. */
@Path("/documents")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "documents")
public class DocumentsResource {

    @Inject
    private Documents documents;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ClaimedCall call;

    @POST
    @ClaimedFirst
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Store a document",
            description =
                    "At most 10 MB of JPEG, PNG, WebP or PDF, told by its content. With bookingId the parties of that booking may read it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = "file",
                                            properties = {
                                                @SchemaProperty(
                                                        name = "file",
                                                        type = SchemaType.STRING,
                                                        format = "binary"),
                                                @SchemaProperty(
                                                        name = "bookingId",
                                                        type = SchemaType.STRING,
                                                        format = "uuid")
                                            })))
    @APIResponse(
            responseCode = "201",
            description = "Stored",
            content = @Content(schema = @Schema(implementation = DocumentView.class)))
    public Response store(MultipartForm form) throws Exception {
        Caller caller = currentCaller.get();
        try (ArrivingDocument arriving = documents.receive(caller)) {
            form.read("file", arriving);
            if (!form.hasFile()) {
                throw Refusal.invalid("/file", "The file is missing.");
            }
            UUID bookingId =
                    form.field("bookingId").flatMap(DocumentsResource::id).orElse(null);
            ArrivedFile file = arriving.complete();
            return call.answer(form.hash(), () -> created(documents.store(caller, form.fileName(), bookingId, file)));
        }
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "What is known of a document")
    public DocumentView get(@PathParam("id") UUID id) {
        return documents.document(currentCaller.get(), id);
    }

    @GET
    @Path("/{id}/content")
    @Produces({"image/jpeg", "image/png", "image/webp", "application/pdf"})
    @Operation(summary = "The document itself, as an attachment")
    public Response content(@PathParam("id") UUID id) {
        return Attachment.of(documents.content(currentCaller.get(), id));
    }

    private static Response created(DocumentView stored) {
        return Response.created(URI.create("documents/" + stored.id()))
                .entity(stored)
                .build();
    }

    /** The id in a form's field; an empty field counts as no id. */
    private static Optional<UUID> id(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.invalid("/bookingId", "This is no id.");
        }
    }
}
