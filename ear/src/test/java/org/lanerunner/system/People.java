package org.lanerunner.system;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Registers the people of a test; each call makes new ones, so tests don't meet. */
public final class People {

    public static final String PASSWORD = "a long enough password";

    /** Where the demo looks for it too. */
    private static final String ADMIN_EMAIL = "admin@demo.example";

    private static Person admin;

    private People() {}

    /** One of nobody, whose SMS are kept. */
    public static String newPhone() {
        return "+1" + ThreadLocalRandom.current().nextInt(201, 210) + "55501"
                + ThreadLocalRandom.current().nextInt(10, 100);
    }

    /** Of a number that the person has asked for just now. */
    public static String phoneCode(Person person) {
        String phone = newPhone();
        // many tests share the few numbers of nobody
        Sql.run("DELETE FROM outbound.delivery WHERE address_key = '" + phone + "'");
        Rest.post("/api/me/profile/phone", Rest.object("phone", phone), person).expect(202);
        return Mails.last(phone).path("text").asText().substring(0, 6);
    }

    public static void picture(Person person) {
        Upload.png("/api/me/profile/avatar", null, person).expect(204);
    }

    public static Person shipper() {
        return owner("SHIPPER");
    }

    public static Person carrier() {
        return owner("CARRIER");
    }

    /** The OWNER of a new organisation of this kind, with that kind's role. */
    public static Person owner(String kind) {
        String email = newEmail();
        Answer answer = Rest.post(
                "/api/auth/register",
                object(
                        "email",
                        email,
                        "password",
                        PASSWORD,
                        "name",
                        "Owner of a " + kind,
                        "organisation",
                        object("name", kind + " " + email, "kind", kind)),
                null);
        return Person.of(email, answer.expect(201));
    }

    /** Somebody new with these roles in the owner's organisation. */
    public static Person member(Person owner, String... roles) {
        return invited(owner, null, roles);
    }

    /** A driver with an account, who drives under this record of the carrier's fleet. */
    public static Person driver(Person carrier, UUID driverId) {
        return invited(carrier, driverId, "DRIVER");
    }

    /** The platform's ADMIN: one for all tests, since it is made only once. */
    public static synchronized Person admin() {
        if (admin == null) {
            admin = Person.of(
                    ADMIN_EMAIL,
                    Rest.post(
                                    "/api/auth/admin-setup",
                                    object(
                                            "token",
                                            TestServer.adminSetupToken(),
                                            "email",
                                            ADMIN_EMAIL,
                                            "password",
                                            PASSWORD,
                                            "name",
                                            "Admin"),
                                    null)
                            .expect(201));
        }
        return admin;
    }

    /** The same person with new tokens, after roles changed. */
    public static Person refreshed(Person person) {
        return person.refreshed();
    }

    public static String newEmail() {
        return "person-" + UUID.randomUUID() + "@example.org";
    }

    private static Person invited(Person owner, UUID driverId, String... roles) {
        String email = newEmail();
        Answer invitation = Rest.post(
                        "/api/organisations/" + owner.organisationId() + "/members",
                        object("email", email, "roles", List.of(roles), "driverId", driverId),
                        owner)
                .expect(201);
        String link = invitation.text("link");
        Answer answer = Rest.post(
                "/api/auth/invitations/accept",
                object(
                        "token",
                        Links.token(link),
                        "name",
                        "Member as " + String.join(", ", roles),
                        "password",
                        PASSWORD),
                null);
        return Person.of(email, answer.expect(201));
    }
}
