package org.lanerunner.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A permission that the roles of an organisation's own can grant, as far as its built-in roles reach. What has none of this only built-in roles grant. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Grantable {

    /** What it is shown under. */
    PermissionGroup group();

    /** Where in its group, after those with lower numbers, of whichever feature. */
    int place();

    /** What it allows, in plain words. */
    String text();

    /**
     * Whether it can be granted for the own trips only: whoever asks for it asks how far it reaches. Of all others nobody does, so a grant of them for the own trips
     * would reach everything.
     */
    boolean narrowable() default false;
}
