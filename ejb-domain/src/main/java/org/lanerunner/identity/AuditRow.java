package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.events.AuditTrail;
import org.lanerunner.shared.Principal;

/**
 * A row of the audit: who did what, from where, and what it changed.
 *
 * @param principalName the person's name; null for a key, the system, an unknown caller, and a person who is gone
 * @param impersonatorId the administrator who saw what the person sees; null where the person acted
 * @param subjectId the thing to which something was done; null where nothing was done
 * @param slug the reason of the refusal; null where it was done
 * @param times how often the same was refused in a row
 * @param tried the address by which an unknown caller tried to get in, if no account has it; if one has, the subject is its id
 * @param address the caller's network address; null where nobody called, or the caller was erased
 */
public record AuditRow(
        UUID id,
        Instant at,
        Principal.Kind principal,
        @Nullable UUID principalId,
        @Nullable String principalName,
        @Nullable UUID impersonatorId,
        @Nullable String impersonatorName,
        @Nullable UUID organisationId,
        String action,
        @Nullable UUID subjectId,
        String call,
        AuditTrail.Outcome outcome,
        @Nullable String slug,
        int times,
        @Nullable String address,
        @Nullable String userAgent,
        @Nullable String tried,
        String correlationId,
        List<Change> changes) {

    /**
     * An attribute of a record before and after, as texts; null where it was or is not there, or named a person who was erased.
     *
     * @param record such as {@code loads.load}
     */
    public record Change(
            String record,
            UUID id,
            boolean removed,
            String attribute,
            @Nullable String before,
            @Nullable String after) {}
}
