package org.lanerunner.system.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Person;
import org.lanerunner.system.SmsProvider;
import org.lanerunner.system.Sql;

/** Messages that go out, and what the provider of SMS tells of them. */
final class OutboundRequests extends Requests {

    OutboundRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/sms", "/api/dev/mails", "/api/admin/deliveries");
    }

    @Override
    Attempt of(ApiOperation operation, boolean inState, Random random) {
        Attempt attempt = super.of(operation, inState, random);
        return operation.path().startsWith("/api/sms")
                ? attempt.with("X-Twilio-Signature", inState ? SmsProvider.signature(attempt.address()) : "none")
                        .sending(
                                SmsProvider.FORM.getBytes(StandardCharsets.US_ASCII),
                                "application/x-www-form-urlencoded")
                : attempt;
    }

    @Override
    Thing thing(ApiOperation operation) {
        return ofAdministrators(operation)
                ? new Thing(OutboundRequests::deadMessage, "bookings")
                : new Thing(OutboundRequests::sentSms, "deliveries");
    }

    @Override
    Person asker(ApiOperation operation) {
        return ofAdministrators(operation) ? world.administrator() : world.carrier();
    }

    @Override
    Object body(ApiOperation operation, boolean inState) {
        return null;
    }

    /** The id of a message that nobody took. */
    private static String deadMessage() {
        UUID id = UUID.randomUUID();
        Sql.number(
                "WITH made AS (INSERT INTO outbound.delivery VALUES ('%s', 'SMS', 'identity/code', 'x', 'x', NULL, NULL, NULL, 'x', 'DEAD', 9, 8, 'smtp/550', now(), NULL, now(), NULL, false, now()) RETURNING 1) SELECT count(*) FROM made"
                        .formatted(id));
        return id.toString();
    }

    private static String sentSms() {
        UUID id = UUID.randomUUID();
        Sql.number(
                "WITH made AS (INSERT INTO outbound.delivery (id, channel, kind, address, address_key, state, attempts, refusals, created_at, next_try_at, changed_at)"
                        + " VALUES ('" + id
                        + "', 'SMS', 'test/test', 'x', 'x', 'SENT', 1, 0, now(), now(), now()) RETURNING 1) SELECT count(*) FROM made");
        return id.toString();
    }

    @Override
    Set<String> notAudited() {
        return Set.of("POST /api/sms/{id}/status");
    }
}
