package org.lanerunner.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A value that can name a person: a name, an address, a number to call, free text. In the audit it is encrypted under the key of whom it names, so that it
 * can be made unreadable for ever.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Personal {

    /** The attribute of the same entity that holds the id of whom it names, or an entity that stands for them; the entity's own id where it is empty. */
    String of() default "";
}
