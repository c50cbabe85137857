package org.lanerunner.shared.rest;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;

/**
 * Makes every POST of every resource {@link Idempotent}, so that no feature can forget it. Exceptions are those marked {@link AnswerNotKept}, and those
 * marked {@link ClaimedFirst}, which honour the key in another way.
 */
public class IdempotentPosts implements Extension {

    private static final class Literal extends AnnotationLiteral<Idempotent> implements Idempotent {
        private static final long serialVersionUID = 1L;
    }

    <T> void bind(@Observes @WithAnnotations(Path.class) ProcessAnnotatedType<T> resource) {
        resource.configureAnnotatedType()
                .filterMethods(method -> keepsAnswers(method.getJavaMember()))
                .forEach(method -> method.add(new Literal()));
    }

    static boolean keepsAnswers(Method method) {
        return method.isAnnotationPresent(POST.class)
                && !method.isAnnotationPresent(ClaimedFirst.class)
                && !method.isAnnotationPresent(AnswerNotKept.class)
                && !method.getDeclaringClass().isAnnotationPresent(AnswerNotKept.class);
    }
}
