package org.lanerunner.shared.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lanerunner.documents.rest.DocumentsResource;
import org.lanerunner.identity.rest.AuthResource;
import org.lanerunner.identity.rest.LiveTicketsResource;
import org.lanerunner.identity.rest.OrganisationsResource;

class IdempotentPostsTest {

    static class Mixed {
        @POST
        public void kept() {}

        @POST
        @AnswerNotKept
        public void secret() {}

        @GET
        public void read() {}
    }

    @Test
    void everyPostKeepsItsAnswerButThoseMarked() {
        assertEquals(Set.of("kept"), keeping(Mixed.class));
    }

    @Test
    void answersWithTokensTicketsAndInvitationLinksAreNotKept() {
        assertTrue(keeping(AuthResource.class).isEmpty());
        assertTrue(keeping(LiveTicketsResource.class).isEmpty());
        assertFalse(keeping(OrganisationsResource.class).contains("invite"));
        assertTrue(keeping(OrganisationsResource.class).contains("widen"));
    }

    @Test
    void anUploadHonoursTheKeyInTheOtherWay() throws NoSuchMethodException {
        Method store = DocumentsResource.class.getMethod("store", MultipartForm.class);
        assertTrue(store.isAnnotationPresent(ClaimedFirst.class));
        assertFalse(IdempotentPosts.keepsAnswers(store));
    }

    private static Set<String> keeping(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(IdempotentPosts::keepsAnswers)
                .map(Method::getName)
                .collect(Collectors.toSet());
    }
}
