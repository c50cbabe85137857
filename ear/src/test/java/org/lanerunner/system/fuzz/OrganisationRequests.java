package org.lanerunner.system.fuzz;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.system.Answer;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.People;
import org.lanerunner.system.Person;
import org.lanerunner.system.Rest;

/** Organisations with their people, roles and invitations. */
final class OrganisationRequests extends Requests {

    OrganisationRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/organisations", "/api/permissions", "/api/last-changes");
    }

    @Override
    String named(String path) {
        boolean ofPart = path.matches(".*\\{(personId|invitationId|code)}.*");
        return path.replace("{of}", "LOAD")
                .replace("{id}", ofPart ? world.carrier().organisationId().toString() : "{id}");
    }

    @Override
    Thing thing(ApiOperation operation) {
        if (operation.path().startsWith("/api/last-changes")) {
            return new Thing(world::openLoad, "loads");
        }
        if (operation.path().contains("{personId}")) {
            return new Thing(this::member, "people");
        }
        if (operation.path().contains("{code}")) {
            return new Thing(this::ownRole, "roles");
        }
        if (operation.path().contains("{invitationId}")) {
            return new Thing(this::openInvitation, "people");
        }
        return new Thing(
                switch (verb(operation)) {
                    case "leave" -> this::leaver;
                    case "close", "kinds" -> world::newOrganisation;
                    case "accept" -> this::handedOver;
                    case "ownership" -> operation.method().equals("DELETE") ? this::offeredOwnership : this::carriers;
                    default -> this::carriers;
                },
                "organisations");
    }

    @Override
    Person asker(ApiOperation operation) {
        if (operation.path().startsWith("/api/last-changes")) {
            return world.shipper();
        }
        if (List.of("GET /api/organisations", "POST /api/organisations/search").contains(operation.name())) {
            return world.administrator();
        }
        return endsSession(operation) || verb(operation).equals("kinds") ? world.newcomer() : world.carrier();
    }

    @Override
    boolean endsSession(ApiOperation operation) {
        return List.of("leave", "close", "accept").contains(verb(operation));
    }

    @Override
    Object body(ApiOperation operation, boolean inState) {
        if (operation.path().contains("{id}/roles")) {
            return role();
        }
        return switch (verb(operation)) {
            case "search" -> object("q", "owner", "limit", 5);
            case "kinds" -> object("kind", "BROKER");
            case "addresses" -> object("networks", List.of("127.0.0.0/8", "203.0.113.7"));
            case "ownership" -> object("personId", member());
            case "policy" -> object("secondFactor", false);
            case "roles" -> object("roles", List.of("OFFICE"));
            default -> object("email", People.newEmail(), "roles", List.of("CARRIER"));
        };
    }

    private String carriers() {
        return world.carrier().organisationId().toString();
    }

    private String member() {
        return world.remember(
                "people", People.member(world.carrier(), "CARRIER").personId().toString());
    }

    /** The id of an open invitation to the carrier's organisation. */
    private String openInvitation() {
        world.invitation();
        return Rest.get("/api/organisations/" + world.carrier().organisationId() + "/invitations", world.carrier())
                .expect(200)
                .at("/items/0/id");
    }

    /** The organisation of somebody who may go. */
    private String leaver() {
        world.meet(People.member(world.carrier(), "OFFICE"));
        return world.newcomer().organisationId().toString();
    }

    /** One whose ownership is offered to the newcomer. */
    private String handedOver() {
        Person owner = People.shipper();
        world.meet(People.member(owner, "SHIPPER"));
        offerOwnership(owner, world.newcomer().personId().toString());
        return owner.organisationId().toString();
    }

    /** The carrier's, whose owner has offered it to somebody. */
    private String offeredOwnership() {
        offerOwnership(world.carrier(), member());
        return world.carrier().organisationId().toString();
    }

    private static void offerOwnership(Person owner, String member) {
        Rest.post("/api/organisations/" + owner.organisationId() + "/ownership", object("personId", member), owner)
                .expect(200);
    }

    /** Of the carrier's own making: a new one while there is room, else one that there is. */
    private String ownRole() {
        String roles = "/api/organisations/" + world.carrier().organisationId() + "/roles";
        Answer made = Rest.post(roles, role(), world.carrier());
        return world.remember(
                "roles",
                made.status() == 201
                        ? made.text("code")
                        : Rest.get(roles + "?after=AUDITOR", world.carrier())
                                .expect(200)
                                .at("/items/0/code"));
    }

    private static Map<String, Object> role() {
        return object(
                "name",
                "Night dispatcher " + UUID.randomUUID(),
                "grants",
                List.of(
                        object("permission", "fleet.view", "scope", "ORGANISATION"),
                        object("permission", "bookings.view", "scope", "OWN_TRIPS")));
    }

    @Override
    Set<String> notAudited() {
        return Set.of("POST /api/organisations/search");
    }
}
