package io.wdatamock.control;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.wdatamock.web.ServerAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Completes what the control API's controllers say of themselves: examples that exist, and how it refuses. */
final class ControlDocument implements OpenApiCustomizer {

    private static final String BEARER = "bearer";

    /** Bodies that work at the first try, by operationId. */
    private static final Map<String, String> BODIES = Map.of(
            "setClock", "{\"mode\": \"frozen\", \"now\": \"2030-01-01T12:00:00Z\"}",
            "advanceClock", "{\"by\": \"PT5S\"}",
            "setSettings", "{\"auth\": \"any\", \"validation\": \"strict\", \"rateLimit\": null}",
            "putConnection", "{\"sourceType\": \"wdata_table\", \"access\": \"open\"}",
            "putScripts", "[{\"outcome\": \"fail_source\"}, {\"outcome\": \"succeed\"}]",
            "addFault",
                    "{\"operation\": \"getConnection\", \"times\": 1, \"effect\": {\"type\": \"status\", \"status\": 503}}",
            "verify", "{\"operation\": \"refreshConnection\", \"count\": {\"atMost\": 5}}");

    /** Path parameters that name something of the built-in seed, or would after a fitting request. */
    private static final Map<String, String> NAMES = Map.of("connectionId", "instant", "name", "ci-42");

    @Override
    public void customise(OpenAPI document) {
        document.info(new Info()
                .title("Steering a sandbox of wdata-mock")
                .version("1")
                .description(
                        "Clock, scripts, faults, journal and snapshots of one sandbox, at that sandbox's base URL. "
                                + "When an answer comes, the change is in force."));
        document.servers(List.of(new Server().url(ServerAddress.PLACEHOLDER).description("This sandbox")));
        document.getComponents()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        document.security(List.of(new SecurityRequirement().addList(BEARER)));
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(document.getComponents()::addSchemas);
        Paths paths = new Paths();
        new TreeMap<>(document.getPaths()).forEach(paths::addPathItem);
        document.paths(paths);
        paths.values().stream()
                .map(PathItem::readOperations)
                .flatMap(Collection::stream)
                .forEach(ControlDocument::complete);
    }

    private static void complete(Operation operation) {
        String body = BODIES.get(operation.getOperationId());
        if (operation.getRequestBody() != null && body != null) {
            operation.getRequestBody().getContent().values().forEach(content -> exemplify(content, body));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(ControlDocument::name);
        }
        if ("putConnection".equals(operation.getOperationId())) {
            ApiResponse replaced =
                    Objects.requireNonNull(operation.getResponses().get("200"));
            replaced.description("There was one, which is replaced");
            operation
                    .getResponses()
                    .addApiResponse(
                            "201", new ApiResponse().description("It is new").content(replaced.getContent()));
        }
        operation.getResponses().addApiResponse("default", refusal());
    }

    /** An array whose entries are checked one by one is no array that may be null, as springdoc has it. */
    private static void exemplify(MediaType content, String body) {
        content.setExample(body);
        if (content.getSchema().getTypes() != null) {
            content.getSchema().getTypes().remove("null");
        }
    }

    private static void name(Parameter parameter) {
        if ("path".equals(parameter.getIn())) {
            parameter.setExample(NAMES.get(parameter.getName()));
        }
    }

    private static ApiResponse refusal() {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description("A refusal that says what was wrong; nothing has changed")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
    }
}
