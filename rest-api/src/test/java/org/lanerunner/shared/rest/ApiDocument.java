package org.lanerunner.shared.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.lanerunner.shared.Edits;
import org.lanerunner.shared.Permission;

/** Says in the API's document what holds for every operation: with which problem documents it refuses, and that a POST takes an idempotency key. */
public class ApiDocument implements OASFilter {

    static final String IF_MATCH = "If-Match";
    private static final String PROBLEM = "Problem";

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        if (isOpen(operation)) {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement()));
        }
        return operation;
    }

    /** Whether it needs no token: what is marked so has requirements, but none in them. */
    static boolean isOpen(Operation operation) {
        return operation.getSecurity() != null
                && operation.getSecurity().stream()
                        .allMatch(requirement -> requirement.getSchemes() == null
                                || requirement.getSchemes().isEmpty());
    }

    /** The header is text; that we read it into a type of our own is nobody's business. */
    @Override
    public Parameter filterParameter(Parameter parameter) {
        if (IF_MATCH.equals(parameter.getName())) {
            parameter
                    .description("The ETag of what the change is based on; 412 when it has changed since")
                    .schema(text());
        }
        return parameter;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(PROBLEM, problem());
        document.getComponents().addSchema("Money", money());
        document.getComponents()
                .getSchemas()
                .get("EventView")
                .addProperty("data", object().additionalPropertiesBoolean(true));
        document.getComponents().addSchema("ChangedThing", things());
        document.getComponents().removeSchema("IfMatch");
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            DocumentedRefusals.nameIn(document, "#/components/schemas/" + PROBLEM);
            document.getPaths().getPathItems().values().stream()
                    .filter(item -> item.getPOST() != null)
                    .forEach(item -> item.getPOST()
                            .addParameter(OASFactory.createParameter()
                                    .name("Idempotency-Key")
                                    .in(Parameter.In.HEADER)
                                    .description(
                                            "The same key with the same body gets the same answer for 24 hours, and nothing happens twice; passed over where the answer holds a token or a one-time link")
                                    .schema(text())));
        }
    }

    /** On the wire an amount is text, so that no client rounds it. */
    private static Schema money() {
        Schema amount = text();
        amount.setExamples(List.of("12.50"));
        Schema currency = text();
        currency.setExamples(List.of("USD"));
        return object().addProperty("amount", amount)
                .addProperty("currency", currency)
                .addRequired("amount")
                .addRequired("currency");
    }

    /** What the features' permissions edit. */
    private static Schema things() {
        return text().enumeration(Permission.all().stream()
                .flatMap(permission -> permission.edits().stream())
                .<Object>map(Edits::thing)
                .toList());
    }

    private static Schema problem() {
        Schema violation = object().addProperty("pointer", text())
                .addProperty("detail", text())
                .addRequired("pointer")
                .addRequired("detail");
        return object().addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("instance", text())
                .addProperty("correlationId", text())
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(violation));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
