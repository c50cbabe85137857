package org.lanerunner.identity.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A call that is no read, and that an administrator may make all the same while they see what a person sees: it changes nothing that belongs to anybody. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface AllowedReadingOnly {}
