package org.lanerunner.notifications.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.notifications.NoticeChoice;
import org.lanerunner.notifications.NoticeCount;
import org.lanerunner.notifications.NoticePreferences;
import org.lanerunner.notifications.NoticeSearch;
import org.lanerunner.notifications.NoticeView;
import org.lanerunner.notifications.Notifications;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;

/** The caller's notices in the organisation that they act for, and which kinds also come by mail. */
@Path("/notifications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notifications")
public class NotificationsResource {

    /** @param upTo the newest notice that the person has seen; later ones stay unread */
    public record ReadUpTo(UUID upTo) {}

    public record NoticeChoices(List<NoticeChoice> preferences) {}

    /** @param preferences the kinds to change; all others stay as they are */
    public record NoticeChoicesWanted(List<NoticePreferences.MailWanted> preferences) {}

    @Inject
    private Notifications notifications;

    @Inject
    private NoticePreferences preferences;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(summary = "What you were told, the newest first")
    public Page<NoticeView> list(
            @QueryParam("unread") Boolean unread,
            @QueryParam("waiting") Boolean waiting,
            @QueryParam("kind") String kind,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return notifications.list(
                currentCaller.get(), new NoticeSearch(unread, waiting, kind), new PageRequest(after, limit));
    }

    @GET
    @Path("count")
    @Operation(summary = "How many are unread, and how many wait to be acknowledged; at most a thousand are counted")
    public NoticeCount count() {
        return notifications.count(currentCaller.get());
    }

    @POST
    @Path("read-all")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Mark all as read, up to the newest that you have seen")
    public NoticeCount readAll(@NotNull ReadUpTo seen) {
        return notifications.readAll(currentCaller.get(), seen.upTo());
    }

    @POST
    @Path("{id}/read")
    @Operation(summary = "Mark one as read")
    public NoticeView read(@PathParam("id") UUID id) {
        return notifications.read(currentCaller.get(), id);
    }

    @POST
    @Path("{id}/acknowledge")
    @Operation(summary = "Acknowledge what waits on Home; it is read by that")
    public NoticeView acknowledge(@PathParam("id") UUID id) {
        return notifications.acknowledge(currentCaller.get(), id);
    }

    @POST
    @Path("{id}/take-back")
    @Operation(summary = "Take the acknowledgement back: it waits on Home again")
    public NoticeView takeBack(@PathParam("id") UUID id) {
        return notifications.takeBack(currentCaller.get(), id);
    }

    @GET
    @Path("preferences")
    @Operation(summary = "Which of the notices that may reach you come by mail")
    public NoticeChoices preferences() {
        return new NoticeChoices(preferences.own(currentCaller.get()));
    }

    @PUT
    @Path("preferences")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Choose which come by mail; kinds that are not named stay as they are")
    public NoticeChoices choose(@NotNull NoticeChoicesWanted wanted) {
        return new NoticeChoices(preferences.choose(currentCaller.get(), wanted.preferences()));
    }
}
