package org.lanerunner.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands on what a way in calls without that the caller's permission is asked, and says why: it is how somebody becomes a caller, the system does it by itself, or it
 * shows nothing of anybody's. On a type it speaks for all of its methods, of which none may take a {@link Caller} then.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsNoPermission {

    /** Why nobody needs a permission for it. */
    String because();
}
