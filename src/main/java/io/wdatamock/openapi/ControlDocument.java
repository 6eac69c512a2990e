package io.wdatamock.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.wdatamock.connection.NameRule;
import io.wdatamock.har.Har;
import io.wdatamock.web.route.ServerAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Completes the document of the control API with examples and error responses. */
final class ControlDocument implements OpenApiCustomizer {

    private static final String BEARER = "bearer";

    /** Example bodies by operationId, which are valid for the built-in seed. */
    private static final Map<String, String> BODIES = Map.of(
            "setClock", "{\"mode\": \"frozen\", \"now\": \"2030-01-01T12:00:00Z\"}",
            "advanceClock", "{\"by\": \"PT5S\"}",
            "patchSettings", "{\"rateLimit\": 5}",
            "setSettings", "{\"auth\": \"any\", \"validation\": \"strict\", \"rateLimit\": null}",
            "putConnection", "{\"sourceType\": \"wdata_table\", \"access\": \"open\"}",
            "putScripts", "[{\"outcome\": \"fail_source\"}, {\"outcome\": \"succeed\"}]",
            "addFault",
                    "{\"operation\": \"getConnection\", \"times\": 1, \"effect\": {\"type\": \"status\", \"status\": 503}}",
            "verify", "{\"operation\": \"refreshConnection\", \"count\": {\"atMost\": 5}}");

    /** The schemas of bodies that cannot be derived from their types. */
    private static final Map<String, String> BODY_SCHEMAS =
            Map.of("setSettings", "SettingsChange", "patchSettings", "SettingsChange", "restoreSnapshot", "Snapshot");

    private static final Set<String> NEED_BODY = Set.of("addFault", "advanceClock", "putScripts", "restoreSnapshot");

    /** The error responses of every operation. */
    private static final Map<String, String> REFUSALS = new TreeMap<>(Map.of(
            "400", "The request is malformed, out of bounds or contradictory",
            "401", "The bearer token of the control API is missing or wrong",
            "403", "The request comes from a web page of another origin",
            "404", "The path or the object does not exist",
            "409", "The state of the sandbox does not permit the operation",
            "413", "The body is too large",
            "421", "The server is not known by the name in the Host header",
            "503", "The server has no room for the request now, or is stopping",
            "default", "Any other error; the request has changed nothing"));

    /** Examples of path parameters, which exist in the built-in seed or after a suitable request. */
    private static final Map<String, String> NAMES = Map.of("connectionId", "instant", "name", "ci-42");

    @Override
    public void customise(OpenAPI document) {
        document.info(new Info()
                .title("wdata-mock control API")
                .version("1")
                .description(
                        "Clock, scripts, faults, journal and snapshots of one sandbox, at that sandbox's base URL. "
                                + "A change is effective when its response arrives."));
        document.servers(List.of(new Server().url(ServerAddress.PLACEHOLDER).description("This sandbox")));
        document.getComponents()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        // Authentication is optional, because a server without wdata-mock.control.token needs none.
        document.security(List.of(new SecurityRequirement(), new SecurityRequirement().addList(BEARER)));
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(document.getComponents()::addSchemas);
        document.getComponents()
                .schemas(ControlSchemas.exact(document.getComponents().getSchemas()));
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
            operation
                    .getParameters()
                    .get(0)
                    .getSchema()
                    .pattern(NameRule.EXPRESSION)
                    .minLength(1)
                    .maxLength(64);
            ApiResponse replaced =
                    Objects.requireNonNull(operation.getResponses().get("200"));
            replaced.description("The connection was replaced");
            operation
                    .getResponses()
                    .addApiResponse(
                            "201",
                            new ApiResponse()
                                    .description("The connection was created")
                                    .content(replaced.getContent()));
        }
        if (operation.getRequestBody() != null) {
            describeBody(operation);
        }
        if ("watchEvents".equals(operation.getOperationId())) {
            Objects.requireNonNull(operation.getResponses().get("200"))
                    .getContent()
                    .values()
                    .forEach(content -> content.setSchema(event()));
        }
        if ("listRequests".equals(operation.getOperationId())) {
            Objects.requireNonNull(operation.getResponses().get("200"))
                    .getContent()
                    .addMediaType(Har.MEDIA_TYPE, new MediaType().schema(har()));
        }
        REFUSALS.forEach(
                (status, description) -> operation.getResponses().addApiResponse(status, errorResponse(description)));
        Objects.requireNonNull(operation.getResponses().get("401"))
                .addHeaderObject("WWW-Authenticate", header("How to authenticate"));
    }

    /** Sets the example, and removes the nullability that springdoc derives for arrays with nullable entries. */
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

    /** Describes a body that may be empty, which counts as an empty object; these operations reject it. */
    private static void describeBody(Operation operation) {
        operation.getRequestBody().setRequired(NEED_BODY.contains(operation.getOperationId()));
        String schema = BODY_SCHEMAS.get(operation.getOperationId());
        if (schema != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .values()
                    .forEach(content -> content.setSchema(new Schema<>().$ref("#/components/schemas/" + schema)));
        }
    }

    /** Returns the schema of one event of a stream. */
    @SuppressWarnings("unchecked") // the models of OpenAPI are raw
    private static Schema<?> event() {
        return new Schema<>()
                .types(Set.of("object"))
                .addProperty(
                        "event",
                        new Schema<String>().types(Set.of("string"))._enum(List.of("clock", "run", "request", "reset")))
                .addProperty(
                        "data", new Schema<String>().types(Set.of("string")).description("JSON"))
                .required(List.of("event", "data"));
    }

    /** Returns the schema of a HAR file. */
    @SuppressWarnings("unchecked") // the models of OpenAPI are raw
    private static Schema<?> har() {
        return new Schema<>()
                .types(Set.of("object"))
                .description("A HAR 1.2 file")
                .addProperty("log", new Schema<>().types(Set.of("object")))
                .required(List.of("log"));
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }

    private static ApiResponse errorResponse(String description) {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
    }
}
