package org.lanerunner.identity;

import java.time.Instant;
import java.util.UUID;
import org.lanerunner.events.AuditTrail;

/**
 * Which rows of the audit; null for any.
 *
 * @param organisationId whose; the caller's own where it is null, and all for who audits the platform
 * @param subjectId what something was done to, or a record that changed
 */
public record AuditFilter(
        UUID organisationId,
        UUID personId,
        String action,
        UUID subjectId,
        AuditTrail.Outcome outcome,
        Instant from,
        Instant to) {}
