package org.lanerunner.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.lanerunner.launcher.LaunchFailure;

/**
 * The people of the demo. Each signs in with the password that the data folder keeps, or registers where it has no such account yet. Every run invites a
 * driver of its own.
 */
public final class People {
    private static final String DOMAIN = "@demo.example";
    private static final int UNAUTHENTICATED = 401;

    private final URI server;
    private final UnaryOperator<String> passwords;
    private final List<Person> known = new ArrayList<>();

    /** @param passwords the kept password of a name, made at first use */
    public People(URI server, UnaryOperator<String> passwords) {
        this.server = server;
        this.passwords = passwords;
    }

    /** Everybody who has signed in so far, in that order. */
    List<Person> known() {
        return List.copyOf(known);
    }

    /** The owner of an organisation of that kind. */
    public Person owner(String kind, String role, String name, String organisation) {
        String email = role + DOMAIN;
        String password = passwords.apply(role);
        return signIn(role + " (owner)", email, password).orElseGet(() -> {
            Map<String, Object> registration = Map.of(
                    "email", email,
                    "password", password,
                    "name", name,
                    "organisation", Map.of("name", organisation, "kind", kind));
            return account(role + " (owner)", email, password, "/api/auth/register", registration);
        });
    }

    /** The platform's administrator. Where there is none yet, it is made with the token of the one-time link. */
    public Person administrator(Optional<String> setupToken) {
        String email = "admin" + DOMAIN;
        String password = passwords.apply("admin");
        return signIn("admin", email, password).orElseGet(() -> {
            String token = setupToken.orElseThrow(People::foreignAdministrator);
            Map<String, Object> setup =
                    Map.of("token", token, "email", email, "name", "Ada Byron", "password", password);
            try {
                return account("admin", email, password, "/api/auth/admin-setup", setup);
            } catch (ApiRefused used) {
                throw foreignAdministrator(used);
            }
        });
    }

    /** A new driver of the carrier, who opens the invitation's link and sets a password with it. */
    public Person driver(Person carrier, int run, String name, UUID driverId) {
        String email = "driver" + run + DOMAIN;
        String password = passwords.apply("driver" + run);
        JsonNode invitation = carrier.api()
                .post(
                        "/api/organisations/" + carrier.organisationId() + "/members",
                        Map.of("email", email, "roles", List.of("DRIVER"), "driverId", driverId));
        String link = invitation.path("link").asText();
        String token = link.substring(link.indexOf('#') + 1);
        return account(
                "driver",
                email,
                password,
                "/api/auth/invitations/accept",
                Map.of("token", token, "name", name, "password", password));
    }

    private Optional<Person> signIn(String role, String email, String password) {
        ApiClient api = new ApiClient(server);
        ApiClient.Answer answer = api.call("POST", "/api/auth/login", Map.of("email", email, "password", password));
        if (answer.status() == UNAUTHENTICATED) {
            return Optional.empty();
        }
        if (!answer.succeeded()) {
            throw new ApiRefused("POST", "/api/auth/login", answer.status(), answer.body());
        }
        return Optional.of(signedIn(role, email, password, api, answer.body()));
    }

    private Person account(String role, String email, String password, String path, Map<String, Object> body) {
        ApiClient api = new ApiClient(server);
        return signedIn(role, email, password, api, api.post(path, body));
    }

    private Person signedIn(String role, String email, String password, ApiClient api, JsonNode tokens) {
        api.signedIn(tokens);
        JsonNode organisation = api.get("/api/me").path("organisation").path("id");
        UUID organisationId = organisation.isTextual() ? UUID.fromString(organisation.asText()) : null;
        Person person = new Person(role, email, password, organisationId, api);
        known.add(person);
        return person;
    }

    private static LaunchFailure foreignAdministrator() {
        return foreignAdministrator(null);
    }

    private static LaunchFailure foreignAdministrator(Throwable cause) {
        return new LaunchFailure(
                "This data folder has an administrator whom the demo did not make, so the demo has no login for the lane report."
                        + " Name another folder with --data.",
                cause);
    }
}
