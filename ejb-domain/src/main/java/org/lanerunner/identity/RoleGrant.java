package org.lanerunner.identity;

import org.lanerunner.shared.Scope;

/** A permission as a role gives it. @param scope all of the organisation's where it is null */
public record RoleGrant(String permission, Scope scope) {}
