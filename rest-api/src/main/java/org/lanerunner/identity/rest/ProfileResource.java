package org.lanerunner.identity.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.identity.AvatarUpload;
import org.lanerunner.identity.Avatars;
import org.lanerunner.identity.Phones;
import org.lanerunner.identity.ProfileDetails;
import org.lanerunner.identity.ProfileView;
import org.lanerunner.identity.Profiles;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.rest.AnswerNotKept;
import org.lanerunner.shared.rest.ClaimedCall;
import org.lanerunner.shared.rest.ClaimedFirst;
import org.lanerunner.shared.rest.MergePatch;
import org.lanerunner.shared.rest.MultipartForm;

/** The caller's own profile. */
@Path("me/profile")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class ProfileResource {

    public record PhoneWanted(String phone) {}

    public record PhoneCode(String code) {}

    @Inject
    private Profiles profiles;

    @Inject
    private Phones phones;

    @Inject
    private Avatars avatars;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ClaimedCall call;

    @GET
    @Operation(summary = "Your name, picture, telephone, and how you like things shown")
    public ProfileView own() {
        return profiles.own(currentCaller.get());
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(
            summary = "Change your name, language, time zone, units or preferences",
            description = "A JSON Merge Patch: fields that are absent stay, null is what the device says.")
    public ProfileView change(
            @Parameter(schema = @Schema(implementation = String.class)) @HeaderParam("If-Match") @DefaultValue("*")
                    IfMatch seen,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = ProfileDetails.class)))
                    ObjectNode patch) {
        return profiles.change(
                currentCaller.get(), seen, present -> MergePatch.apply(present, patch, ProfileDetails.class));
    }

    @POST
    @Path("phone")
    @AnswerNotKept
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Have a code sent to a number that is to be yours; needs a proof of who you are")
    @APIResponse(responseCode = "202", description = "An SMS has the code")
    public Response askForPhone(@NotNull PhoneWanted wanted) {
        phones.ask(currentCaller.get(), wanted.phone());
        return Response.accepted().build();
    }

    @POST
    @Path("phone/confirm")
    @AnswerNotKept
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Show the code; the number is yours then, and a mail says so")
    @APIResponse(responseCode = "204", description = "Confirmed")
    public void confirmPhone(@NotNull PhoneCode shown) {
        phones.confirm(currentCaller.get(), shown.code());
    }

    @DELETE
    @Path("phone")
    @Operation(summary = "Remove your number; needs a proof of who you are, and a mail says so")
    @APIResponse(responseCode = "204", description = "Removed")
    public void removePhone() {
        phones.remove(currentCaller.get());
    }

    @POST
    @Path("avatar")
    @ClaimedFirst
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Set your picture",
            description = "At most 5 MB of JPEG or PNG, told by its content. Its middle is kept, 256 by 256 pixels.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = "file",
                                            properties =
                                                    @SchemaProperty(
                                                            name = "file",
                                                            type = SchemaType.STRING,
                                                            format = "binary"))))
    @APIResponse(responseCode = "204", description = "It is yours")
    public Response changeAvatar(MultipartForm form) throws Exception {
        Caller caller = currentCaller.get();
        AvatarUpload arriving = avatars.receive(caller);
        form.read("file", arriving);
        if (!form.hasFile()) {
            throw Refusal.invalid("/file", "The file is missing.");
        }
        byte[] square = arriving.square();
        return call.answer(form.hash(), () -> {
            avatars.change(caller, square);
            return Response.noContent().build();
        });
    }

    @DELETE
    @Path("avatar")
    @Operation(summary = "Remove your picture")
    @APIResponse(responseCode = "204", description = "Removed")
    public void removeAvatar() {
        avatars.remove(currentCaller.get());
    }
}
