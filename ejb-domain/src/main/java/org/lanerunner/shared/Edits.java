package org.lanerunner.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a permission to change something that several people of an organisation may change at the same time. Who changed it last is shown to those who have the
 * permission.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Edits.Several.class)
public @interface Edits {

    /** The thing's name in the API. */
    String thing();

    /** The names of the changes in the audit. */
    String[] actions();

    /** Lets one permission edit more than one thing. */
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {

        Edits[] value();
    }
}
