package org.lanerunner.system;

import java.util.UUID;

/** A person at the public API, or nobody with no token; the paths are below {@code /api}. */
public final class Api {

    private final Person person;

    private Api(Person person) {
        this.person = person;
    }

    static Api of(Person person) {
        return new Api(person);
    }

    public static Api nobody() {
        return new Api(null);
    }

    /** Registers a new person with a new organisation of the kind, such as SHIPPER. */
    public static Api register(String kind) {
        return new Api(People.owner(kind));
    }

    /** The platform's administrator. */
    public static Api administrator() {
        return new Api(People.admin());
    }

    public Person person() {
        return person;
    }

    public UUID organisationId() {
        return person.organisationId();
    }

    public Answer get(String path) {
        return call("GET", path, null);
    }

    /** @param body anything Jackson writes, or JSON text as it is */
    public Answer post(String path, Object body, String... headers) {
        return call("POST", path, body, headers);
    }

    public Answer put(String path, Object body, String... headers) {
        return call("PUT", path, body, headers);
    }

    public Answer patch(String path, Object body) {
        return call("PATCH", path, body, "Content-Type", "application/merge-patch+json");
    }

    public Answer delete(String path) {
        return call("DELETE", path, null);
    }

    private Answer call(String method, String path, Object body, String... headers) {
        return Rest.call(method, "/api" + path, body, person == null ? null : person.accessToken(), headers);
    }
}
