package org.lanerunner.shared.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.lanerunner.shared.Refusal;

/** Hands JSON bodies to {@link JsonBody}. A resource that needs the bytes themselves (a batch of positions) takes a {@code byte[]}. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
public class JsonBodyReader implements MessageBodyReader<Object> {

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type != byte[].class && !InputStream.class.isAssignableFrom(type) && type != String.class;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        byte[] body = stream.readAllBytes();
        if (body.length > 0) {
            return JsonBody.read(body, genericType);
        }
        if (Arrays.stream(annotations).anyMatch(OptionalBody.class::isInstance)) {
            return null;
        }
        throw new Refusal(Refusal.Kind.MALFORMED, "request/malformed", "The body is empty.");
    }
}
