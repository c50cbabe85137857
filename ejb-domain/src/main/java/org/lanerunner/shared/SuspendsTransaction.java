package org.lanerunner.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands beside {@code NOT_SUPPORTED} and {@code REQUIRES_NEW} and says why they are no danger there. A caller's transaction is suspended together with the
 * connection that it holds. If the code below needs another connection, as many callers as there are connections could wait for each other for good.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface SuspendsTransaction {

    /** The reason why nobody calls it in a transaction, or why it needs no connection. */
    String because();
}
