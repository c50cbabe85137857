package org.lanerunner.system.olddata;

import static org.lanerunner.system.Rest.object;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lanerunner.system.Answer;

/**
 * The accounts of the old installation: a shipper and a carrier with a member in each role, others who are strangers to them, the administrator; sessions that live
 * and such as ended in every way, invitations that are open, accepted and over.
 */
final class OldPeople {

    static final String PASSWORD = "correct horse battery staple";

    final OldClient shipper;
    final OldClient carrier;
    final OldClient broker;
    final OldClient administrator;
    final String lakeside;
    final String prairie;
    private final OldClient nobody;
    private final Map<String, String> refreshTokens = new LinkedHashMap<>();
    private final List<String> endedTokens = new ArrayList<>();
    private final Map<String, String> invitations = new LinkedHashMap<>();

    OldPeople(URI server, String adminSetupToken) {
        nobody = OldClient.nobody(server);
        shipper = owner("sam", "Lakeside Foods", "SHIPPER", "BROKER", "RIDER", "OFFICE");
        carrier = owner("carla", "Prairie Haulage", "CARRIER", "TRAVELLER", "OFFICE");
        broker = owner("bo", "Middle Brokers", "BROKER", "CARRIER");
        owner("otto", "Paper Office", "OFFICE");
        lakeside = organisation(shipper);
        prairie = organisation(carrier);
        Map.of("sue", "SHIPPER", "ben", "BROKER", "ria", "RIDER", "ole", "OFFICE")
                .forEach((name, role) -> member(name, shipper, lakeside, role, null));
        Map.of("cal", "CARRIER", "tia", "TRAVELLER", "ona", "OFFICE")
                .forEach((name, role) -> member(name, carrier, prairie, role, null));
        administrator = nobody.as(known(
                "ada",
                nobody.post(
                        "/api/auth/admin-setup",
                        object(
                                "token",
                                adminSetupToken,
                                "email",
                                email("ada"),
                                "name",
                                "Ada Byron",
                                "password",
                                PASSWORD))));
        comingsAndGoings();
    }

    static String email(String name) {
        return name + "@old.example";
    }

    /** The refresh token that each was given last, by name. */
    Map<String, String> refreshTokens() {
        return refreshTokens;
    }

    /** Those of sessions that were signed out of, or ended with a membership. */
    List<String> endedTokens() {
        return endedTokens;
    }

    /** The tokens of the open invitation, and of the one that is over. */
    Map<String, String> invitations() {
        return invitations;
    }

    /** A new member with this role. */
    OldClient member(String name, OldClient owner, String organisation, String role, String driverId) {
        return nobody.as(join(name, owner, organisation, role, driverId));
    }

    private Answer join(String name, OldClient owner, String organisation, String role, String driverId) {
        return known(
                name,
                nobody.post(
                                "/api/auth/invitations/accept",
                                object(
                                        "token",
                                        invitation(name, owner, organisation, role, driverId),
                                        "name",
                                        name + " (" + role + ")",
                                        "password",
                                        PASSWORD))
                        .expect(201));
    }

    private OldClient owner(String name, String organisation, String kind, String... moreKinds) {
        OldClient owner = nobody.as(nobody.post(
                        "/api/auth/register",
                        object(
                                "email",
                                email(name),
                                "password",
                                PASSWORD,
                                "name",
                                name + " of " + organisation,
                                "organisation",
                                object("name", organisation, "kind", kind)))
                .expect(201));
        for (String more : moreKinds) {
            owner.post("/api/organisations/" + organisation(owner) + "/kinds", object("kind", more))
                    .expect(200);
        }
        return nobody.as(known(name, login(name)));
    }

    private void comingsAndGoings() {
        invitations.put("open", invitation("ivy", shipper, lakeside, "OFFICE", null));
        invitations.put("over", invitation("late", shipper, lakeside, "SHIPPER", null));
        String rob = join("rob", shipper, lakeside, "SHIPPER", null).text("personId");
        shipper.send("DELETE", "/api/organisations/" + lakeside + "/members/" + rob, null)
                .expect(204);
        endedTokens.add(refreshTokens.remove("rob"));
        String second = invitation("otto", shipper, lakeside, "OFFICE", null);
        OldClient otto = nobody.as(login("otto"));
        otto.post("/api/auth/invitations/accept", object("token", second)).expect(201);
        otto.post("/api/auth/switch", object("organisationId", lakeside)).expect(200);
        String signedOut = login("sue").text("refreshToken");
        nobody.post("/api/auth/logout", object("refreshToken", signedOut)).expect(204);
        endedTokens.add(signedOut);
        Answer renewed = nobody.post(
                        "/api/auth/refresh", object("refreshToken", login("ben").text("refreshToken")))
                .expect(200);
        refreshTokens.put("ben", renewed.text("refreshToken"));
    }

    private String invitation(String name, OldClient owner, String organisation, String role, String driverId) {
        String link = owner.post(
                        "/api/organisations/" + organisation + "/members",
                        object("email", email(name), "roles", List.of(role), "driverId", driverId))
                .expect(201)
                .text("link");
        return link.substring(link.indexOf('#') + 1);
    }

    private Answer login(String name) {
        return nobody.post("/api/auth/login", object("email", email(name), "password", PASSWORD))
                .expect(200);
    }

    private Answer known(String name, Answer tokens) {
        refreshTokens.put(name, tokens.text("refreshToken"));
        return tokens;
    }

    private static String organisation(OldClient member) {
        return member.get("/api/me").expect(200).at("/organisation/id");
    }
}
