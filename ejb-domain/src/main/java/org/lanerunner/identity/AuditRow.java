package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.events.AuditTrail;
import org.lanerunner.shared.Principal;

/**
 * Who did what, from where, and what it changed.
 *
 * @param principalName of a person; null for a key, the system, nobody, and who is not there any more
 * @param impersonatorId the administrator who saw what the person sees; null where the person acted
 * @param subjectId of what was done something to; null where nothing came of it
 * @param slug why it was refused; null where it was done
 * @param times how often the same was refused in a row
 * @param tried the address by which somebody who is not known wanted in, where it is no account's; an account's id is the subject
 * @param address from where it was called; null where nobody called, or who did was erased
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
     * An attribute of a record before and after, as texts; null for what was or is not there, or named somebody who was erased.
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
