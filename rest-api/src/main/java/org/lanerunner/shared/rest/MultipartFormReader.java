package org.lanerunner.shared.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Hands a form to the resource unread, so that its bytes go where the resource wants them. */
@Provider
@Consumes(MediaType.MULTIPART_FORM_DATA)
public class MultipartFormReader implements MessageBodyReader<MultipartForm> {

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == MultipartForm.class;
    }

    /** {@link SizeLimit} has checked before that there is a boundary of the right form. */
    @Override
    public MultipartForm readFrom(
            Class<MultipartForm> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream) {
        return new MultipartForm(stream, mediaType.getParameters().get("boundary"));
    }
}
