package org.lanerunner.shared.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource, or on one method of it, whose answers hold a secret (a token, a ticket, a one-time link): an {@code Idempotency-Key} is passed over, so that
 * no answer is kept. A kept one would lie readable in the database for a day.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AnswerNotKept {}
