package org.lanerunner.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks code that is called from outside without asking for a permission of the caller, and says why that is right: it is how somebody becomes a caller, the
 * system does it by itself, or it shows nothing that belongs to anybody. On a type it covers all of its methods, none of which may take a {@link Caller} then.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsNoPermission {

    /** The reason why no permission is needed. */
    String because();
}
