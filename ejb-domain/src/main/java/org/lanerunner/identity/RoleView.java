package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.util.List;
import org.lanerunner.shared.Versioned;

/**
 * A role that members of the organisation can hold.
 *
 * @param name the name that the organisation gave it; null for a built-in role
 * @param members the number of members who hold it
 */
public record RoleView(
        String code, @Nullable String name, boolean builtIn, List<RoleGrant> grants, long members, int version)
        implements Versioned {}
