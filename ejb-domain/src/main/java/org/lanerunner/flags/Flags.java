package org.lanerunner.flags;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.NeedsNoPermission;

/** Tells which flags are on for a caller. To ask costs no query. Each answer is noted once for its unit, flag and outcome ({@link FlagAssignments}). */
@ApplicationScoped
public class Flags {

    private FlagRegister register;
    private FlagAssignments assignments;

    Flags() {}

    @Inject
    Flags(FlagRegister register, FlagAssignments assignments) {
        this.register = register;
        this.assignments = assignments;
    }

    /** For other features: true if the flag is on for the caller. Nothing is noted for an administrator who only sees what a person sees. */
    public boolean isOn(Caller caller, Flag flag) {
        boolean on = register.rule(flag).map(rule -> rule.isOn(caller, flag)).orElse(flag.onByDefault());
        flag.unit()
                .of(caller)
                .filter(unit -> caller.principal().impersonator().isEmpty())
                .ifPresent(unit -> assignments.note(new FlagAssignment(flag, unit, on, caller.organisationId())));
        return on;
    }

    /** A number that changes each time this node learns of a change of a flag, so that connected programs can be told to ask again. */
    @NeedsNoPermission(because = "it says that something changed, and not what")
    public int revision() {
        return register.revision();
    }

    /** The flags that are on for the caller. */
    public List<Flag> on(Caller caller) {
        caller.requireAny(CommonPermissions.SELF, CommonPermissions.SELF_VIEW);
        return Stream.of(Flag.values()).filter(flag -> isOn(caller, flag)).toList();
    }
}
