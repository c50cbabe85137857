package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import java.util.Set;
import org.lanerunner.system.AccessWorld;

/** Organisations with their people, roles, invitations and keys, and who changed something last. */
final class OrganisationQuestions extends Questions {

    OrganisationQuestions(AccessWorld world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/organisations", "/api/permissions", "/api/last-changes");
    }

    @Override
    List<Question> of(String method, String path) {
        if (path.startsWith("/api/last-changes")) {
            return lastChanges(path);
        }
        if (!path.contains("{id}")) {
            return plain(path, object());
        }
        String address = with(path, world.buyer.founder().organisationId())
                .replace("{personId}", NONE.toString())
                .replace("{invitationId}", NONE.toString())
                .replace("{keyId}", NONE.toString())
                .replace("{code}", "R_NONE");
        Object body = body(path);
        return List.of(
                new Question("own", world.buyer, address, body),
                new Question("party", world.seller, address, body),
                new Question("stranger", world.stranger, address, body));
    }

    private static Object body(String path) {
        if (path.contains("{keyId}")) {
            return object();
        }
        if (path.contains("{id}/roles")) {
            return object("name", "");
        }
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "kinds" -> object("kind", "SHIPPER");
            case "addresses" -> object("networks", List.of());
            case "policy" -> object("secondFactor", false);
            case "ownership" -> object("personId", NONE);
            case "api-keys" -> object("name", "");
            default -> object("roles", List.of("OFFICE"));
        };
    }

    private List<Question> lastChanges(String path) {
        return List.of(
                new Question("load", world.buyer, lastChange(path, "LOAD", NONE.toString()), null),
                new Question("vehicle", world.seller, lastChange(path, "VEHICLE", NONE.toString()), null),
                new Question("role", world.buyer, lastChange(path, "ROLE", "R_NONE"), null));
    }

    private static String lastChange(String path, String of, String id) {
        return path.replace("{of}", of).replace("{id}", id);
    }

    @Override
    Set<String> ofTheContent() {
        return Set.of(
                "members/not-found",
                "roles/not-found",
                "ownership-offers/not-found",
                "invitations/not-found",
                "api-keys/not-found");
    }
}
