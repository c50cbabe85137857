package org.lanerunner.shared.rest;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Makes every POST of every resource {@link Idempotent}, so that no feature can forget it. */
public class IdempotentPosts implements Extension {

    private static final class Literal extends AnnotationLiteral<Idempotent> implements Idempotent {
        private static final long serialVersionUID = 1L;
    }

    <T> void bind(@Observes @WithAnnotations(Path.class) ProcessAnnotatedType<T> resource) {
        resource.configureAnnotatedType()
                .filterMethods(method -> method.isAnnotationPresent(POST.class))
                .forEach(method -> method.add(new Literal()));
    }
}
