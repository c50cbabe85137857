package org.lanerunner.system.fuzz;

import static org.lanerunner.system.Rest.object;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Person;
import org.lanerunner.system.Sql;

/** Networks and bypasses of rates, by administrators. */
final class GateRequests extends Requests {

    GateRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/admin/network-rules", "/api/admin/rate-bypasses");
    }

    @Override
    Thing thing(ApiOperation operation) {
        return new Thing(ofRules(operation) ? GateRequests::networkRule : GateRequests::rateBypass, "people");
    }

    @Override
    Person asker(ApiOperation operation) {
        return world.administrator();
    }

    @Override
    Object body(ApiOperation operation, boolean inState) {
        return ofRules(operation) ? newNetworkRule() : newRateBypass();
    }

    private static boolean ofRules(ApiOperation operation) {
        return operation.path().startsWith("/api/admin/network-rules");
    }

    /** Of networks that nobody comes from; there is always room for one more. */
    private static Map<String, Object> newNetworkRule() {
        Sql.run("DELETE FROM gate.network_rule");
        return object("network", "203.0.113.0/24", "effect", "DENY", "reason", "Fuzz");
    }

    private static String networkRule() {
        newNetworkRule();
        return Sql.text(
                "INSERT INTO gate.network_rule VALUES (gen_random_uuid(), '203.0.113.0/24', 'DENY', 'Fuzz', NULL, gen_random_uuid(), now()) RETURNING id::text");
    }

    private static Map<String, Object> newRateBypass() {
        Sql.run("UPDATE gate.rate_bypass SET revoked_at = now() WHERE revoked_at IS NULL");
        return object(
                "reason",
                "Fuzz",
                "rates",
                List.of("READS"),
                "until",
                Instant.now().plusSeconds(3_600).toString());
    }

    private static String rateBypass() {
        newRateBypass();
        return Sql.text(
                "INSERT INTO gate.rate_bypass (id, hash, reason, rates, networks, made_by, made_at, until)"
                        + " SELECT id, uuid_send(id), 'Fuzz', 'READS', '', id, now(), now() + interval '1 h' FROM gen_random_uuid() id RETURNING id::text");
    }
}
