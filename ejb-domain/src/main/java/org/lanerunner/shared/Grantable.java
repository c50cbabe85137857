package org.lanerunner.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a permission that an organisation's own roles can grant, as far as its built-in roles reach. A permission without this mark is granted by built-in
 * roles only.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Grantable {

    /** The group under which it is shown. */
    PermissionGroup group();

    /** Its place in the group: it comes after those with lower numbers, whichever feature they belong to. */
    int place();

    /** A text in plain words of what it allows. */
    String text();

    /**
     * True if it can be granted for the own trips only. Then every use case that asks for it also asks how far it reaches. For all other permissions no use
     * case asks that, so a grant for the own trips would reach everything.
     */
    boolean narrowable() default false;
}
