package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.util.List;
import org.lanerunner.shared.Versioned;

/**
 * A role that members of the organisation can hold.
 *
 * @param name what the organisation calls it; null for a built-in one
 * @param members how many hold it
 */
public record RoleView(
        String code, @Nullable String name, boolean builtIn, List<RoleGrant> grants, long members, int version)
        implements Versioned {}
