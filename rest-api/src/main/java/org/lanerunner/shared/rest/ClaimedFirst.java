package org.lanerunner.shared.rest;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that streams a large body or calls another system, and so may not hold a transaction for that time. Its {@code Idempotency-Key} is claimed before
 * the body is read. The method then works outside of any transaction and passes its changes to {@link ClaimedCall#answer}.
 */
@InterceptorBinding
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ClaimedFirst {}
