package org.lanerunner.notifications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The form in which the facts of a notice lie in the database. */
final class FactsJson {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private FactsJson() {}

    static String write(NoticeFacts facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("facts that are no JSON", impossible);
        }
    }

    static NoticeFacts read(String text) {
        try {
            return JSON.readValue(text, NoticeFacts.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("the facts of a notice can't be read", unreadable);
        }
    }
}
