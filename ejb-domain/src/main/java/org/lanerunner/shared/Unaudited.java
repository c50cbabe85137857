package org.lanerunner.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Never stands in the audit, not even encrypted: a hash of a password or of a token, and what only repeats another value for looking it up. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Unaudited {}
