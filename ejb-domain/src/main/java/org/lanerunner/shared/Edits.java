package org.lanerunner.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A permission to change what several people of an organisation may change at once; who changed it last is for whoever has the permission. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Edits.Several.class)
public @interface Edits {

    /** What the API calls it. */
    String thing();

    /** The changes, as the audit names them. */
    String[] actions();

    /** What one permission edits, when it is more than one thing. */
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {

        Edits[] value();
    }
}
