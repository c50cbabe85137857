package org.lanerunner.system;

import static org.lanerunner.system.Rest.object;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody signed in for an organisation. The access token is renewed before it ages, as a client does it, so that a test may take as long as it takes; a
 * session that has ended gets no new one, and its person is refused from then on.
 */
public final class Person {

    private final UUID personId;
    private final UUID organisationId;
    private final String email;
    private String accessToken;
    private String refreshToken;
    private Instant renewAt;

    private Person(UUID personId, UUID organisationId, String email, Answer signedIn) {
        this.personId = personId;
        this.organisationId = organisationId;
        this.email = email;
        take(signedIn);
    }

    /** A program by its key, which needs no renewal. */
    static Person byKey(UUID keyId, UUID organisationId, String secret) {
        return new Person(keyId, organisationId, secret);
    }

    private Person(UUID keyId, UUID organisationId, String secret) {
        this.personId = keyId;
        this.organisationId = organisationId;
        this.email = null;
        this.accessToken = secret;
        this.renewAt = Instant.MAX;
    }

    /** Who was registered or joined with this answer. */
    static Person of(String email, Answer answer) {
        return new Person(
                UUID.fromString(answer.text("personId")),
                UUID.fromString(answer.text("organisationId")),
                email,
                answer);
    }

    /** The same person in another session. */
    static Person of(Person person, Answer signedIn) {
        return new Person(person.personId, person.organisationId, person.email, signedIn);
    }

    public UUID personId() {
        return personId;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public String email() {
        return email;
    }

    /** With half of its life before it, unless the session is over. */
    public synchronized String accessToken() {
        if (!Instant.now().isBefore(renewAt)) {
            Answer renewed = refresh();
            if (renewed.status() == 200) {
                take(renewed);
            }
        }
        return accessToken;
    }

    public synchronized String refreshToken() {
        return refreshToken;
    }

    /** The same person with new tokens, after roles changed; this one keeps its own and can't renew them any more. */
    synchronized Person refreshed() {
        Answer renewed = refresh().expect(200);
        renewAt = Instant.MAX;
        return new Person(personId, organisationId, email, renewed);
    }

    private Answer refresh() {
        return Rest.post("/api/auth/refresh", object("refreshToken", refreshToken), null);
    }

    private void take(Answer signedIn) {
        accessToken = signedIn.text("accessToken");
        refreshToken = signedIn.text("refreshToken");
        renewAt = Instant.now()
                .plus(Duration.ofSeconds(signedIn.body().path("expiresIn").asLong())
                        .dividedBy(2));
    }
}
