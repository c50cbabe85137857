package org.lanerunner.identity;

import java.util.List;
import org.lanerunner.shared.PermissionGroup;
import org.lanerunner.shared.Scope;

/**
 * A permission that the organisation's own roles can grant.
 *
 * @param text what it allows, in plain words
 * @param scopes how far it can reach here
 */
public record PermissionView(String permission, PermissionGroup group, String text, List<Scope> scopes) {}
