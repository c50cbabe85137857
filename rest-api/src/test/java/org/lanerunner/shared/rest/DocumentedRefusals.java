package org.lanerunner.shared.rest;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.lanerunner.shared.Refusal;

/**
 * Names in the API's document with which refusals each operation may answer: by rule, from what the operation takes, so that no resource has to list them
 * and none leaves one out.
 */
final class DocumentedRefusals {

    /** What any request may meet: one that can't be read, a token that is none, an Accept for something else, and a server that has too much to do. */
    private static final Set<Refusal.Kind> OF_ANY = EnumSet.of(
            Refusal.Kind.MALFORMED,
            Refusal.Kind.UNAUTHENTICATED,
            Refusal.Kind.NOT_ACCEPTABLE,
            Refusal.Kind.INVALID,
            Refusal.Kind.TOO_MANY,
            Refusal.Kind.UNAVAILABLE);

    private DocumentedRefusals() {}

    static void nameIn(OpenAPI document, String problemSchema) {
        for (Refusal.Kind kind : Refusal.Kind.values()) {
            document.getComponents().addResponse(name(kind), response(kind, problemSchema));
        }
        document.getPaths().getPathItems().values().forEach(item -> item.getOperations()
                .forEach((method, operation) -> of(method, operation).forEach(kind -> name(kind, operation))));
    }

    private static Set<Refusal.Kind> of(HttpMethod method, Operation operation) {
        Set<Refusal.Kind> kinds = EnumSet.copyOf(OF_ANY);
        boolean body = operation.getRequestBody() != null;
        // what needs no token may still be meant for another person than the one who shows a token, or who may do
        // nothing
        if (!ApiDocument.isOpen(operation) || takes(Parameter.In.PATH, operation) || method != HttpMethod.GET) {
            kinds.add(Refusal.Kind.FORBIDDEN);
        }
        if (body || takes(Parameter.In.PATH, operation) || takes(Parameter.In.QUERY, operation)) {
            kinds.add(Refusal.Kind.NOT_FOUND);
        }
        if (method != HttpMethod.GET) {
            kinds.addAll(List.of(Refusal.Kind.CONFLICT, Refusal.Kind.TOO_LARGE, Refusal.Kind.STORAGE_FULL));
        }
        if (body) {
            kinds.add(Refusal.Kind.UNSUPPORTED);
        }
        if (takes(Parameter.In.HEADER, operation)) {
            kinds.add(Refusal.Kind.PRECONDITION_FAILED);
        }
        return kinds;
    }

    private static boolean takes(Parameter.In in, Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        return parameters.stream()
                .anyMatch(parameter -> parameter.getIn() == in
                        && (in != Parameter.In.HEADER || ApiDocument.IF_MATCH.equals(parameter.getName())));
    }

    private static void name(Refusal.Kind kind, Operation operation) {
        String status = String.valueOf(kind.status());
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref("#/components/responses/" + name(kind)));
        }
    }

    private static APIResponse response(Refusal.Kind kind, String problemSchema) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(Problems.title(kind.status()))
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(problemSchema))));
        boolean passing = kind == Refusal.Kind.TOO_MANY || kind == Refusal.Kind.UNAVAILABLE;
        return passing
                ? response.addHeader(
                        "Retry-After",
                        OASFactory.createHeader()
                                .description("Seconds after which asking again may help")
                                .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER)))
                : response;
    }

    /** {@code NOT_FOUND} is NotFound. */
    private static String name(Refusal.Kind kind) {
        return Arrays.stream(kind.name().toLowerCase(Locale.ROOT).split("_"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
