package org.lanerunner.shared.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource, or one method of it, whose answers hold a secret (a token, a ticket, a one-time link). Its {@code Idempotency-Key} is ignored, so that no
 * answer is kept. A kept answer would stand readable in the database for a day.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AnswerNotKept {}
