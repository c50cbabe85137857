package org.lanerunner.identity;

import org.lanerunner.shared.Scope;

/** A permission as a role gives it. @param scope null for all that the organisation has */
public record RoleGrant(String permission, Scope scope) {}
