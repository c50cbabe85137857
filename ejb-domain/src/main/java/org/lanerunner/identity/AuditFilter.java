package org.lanerunner.identity;

import java.time.Instant;
import java.util.UUID;
import org.lanerunner.events.AuditTrail;

/**
 * The rows of the audit that are looked for; null for any.
 *
 * @param organisationId the organisation; null for the caller's own, or for all if the caller audits the platform
 * @param subjectId the thing to which something was done, or a record that changed
 */
public record AuditFilter(
        UUID organisationId,
        UUID personId,
        String action,
        UUID subjectId,
        AuditTrail.Outcome outcome,
        Instant from,
        Instant to) {}
