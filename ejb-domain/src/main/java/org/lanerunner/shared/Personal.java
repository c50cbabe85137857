package org.lanerunner.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a value that can identify a person: a name, an address, a telephone number, free text. In the audit it is encrypted under that person's key, so that it
 * can be made unreadable for ever.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Personal {

    /**
     * The attribute of the same entity that holds the id of the person, or an entity that stands for them. If it is empty, the entity's own id is the person's.
     */
    String of() default "";
}
