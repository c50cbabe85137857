package org.lanerunner.system;

import java.util.UUID;

/** Somebody signed in for an organisation. */
public record Person(UUID personId, UUID organisationId, String email, String accessToken, String refreshToken) {

    static Person of(String email, Answer answer) {
        return new Person(
                UUID.fromString(answer.text("personId")),
                UUID.fromString(answer.text("organisationId")),
                email,
                answer.text("accessToken"),
                answer.text("refreshToken"));
    }
}
