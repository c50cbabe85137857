package org.lanerunner.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands beside {@code NOT_SUPPORTED} and {@code REQUIRES_NEW} and says why that is no danger. A caller's transaction is suspended with the connection it holds;
 * if what runs below needs another one, as many callers as there are connections wait for each other for good.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface SuspendsTransaction {

    /** Why nobody calls it in a transaction, or why it needs no connection. */
    String because();
}
