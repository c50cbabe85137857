package org.lanerunner.shared.rest;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that streams a large body or reaches outside, and so may not hold a transaction all the while. Its {@code Idempotency-Key} is claimed before the
 * body is read; the method then works outside of any transaction and hands what it wants to change to {@link ClaimedCall#answer}.
 */
@InterceptorBinding
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ClaimedFirst {}
