package io.wdatamock.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import io.wdatamock.web.route.ServerAddress;
import io.wdatamock.wire.ItemType;
import io.wdatamock.wire.VendorError;
import io.wdatamock.wire.VendorOperation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Completes the document of the vendor's API in the vendor's structure. */
final class WdataDocument implements OpenApiCustomizer {

    /** The name of the security scheme. */
    static final String BEARER = "bearer";

    /** The item types that each filter accepts. */
    private static final Map<String, Set<ItemType>> FILTERS =
            Map.of("sourceType", ItemType.LISTED_SOURCES, "destinationType", ItemType.LISTED_DESTINATIONS);

    private final Optional<String> version;
    private final Examples examples = new Examples();
    private final ErrorResponseCustomizer errorResponses = new ErrorResponseCustomizer(examples);

    WdataDocument(Optional<String> version) {
        this.version = version;
    }

    @Override
    public void customise(OpenAPI document) {
        document.info(info());
        document.servers(List.of(new Server().url(ServerAddress.PLACEHOLDER).description("This mock server")));
        document.tags(List.of(new Tag()
                .name(VendorOperation.TAG)
                .description("List connections, refresh them, and follow their runs")));
        describeSecurity(document);
        describeSchemas(document);
        document.paths(sorted(document.getPaths()));
        document.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(Collection::stream)
                .forEach(this::complete);
    }

    private Info info() {
        return new Info()
                .title("Workiva Wdata, Connection Management: a mock")
                .version(version.orElse("unknown"))
                .description("Connections send data from a source to a destination. Refreshing one starts a run, which "
                        + "goes through its statuses on its own while clients poll. The connections whose IDs say what "
                        + "they do, such as `instant` or `source-fails`, show how each kind of run ends.");
    }

    private static void describeSecurity(OpenAPI document) {
        document.getComponents()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description(
                                        "The sandbox accepts any token, unless it is configured to accept only those issued at `/oauth2/token`."));
        document.security(List.of(new SecurityRequirement().addList(BEARER)));
    }

    private static void describeSchemas(OpenAPI document) {
        Components components = document.getComponents();
        ModelConverters converters = ModelConverters.getInstance(true);
        converters.readAll(VendorError.MultiError.class).forEach(components::addSchemas);
        converters.readAll(VendorError.SingleError.class).forEach(components::addSchemas);
        components.setSchemas(new TreeMap<>(components.getSchemas()));
    }

    /** Sorts the paths alphabetically, as in the vendor's document, because reflection has no fixed order. */
    private static Paths sorted(Paths paths) {
        Paths sorted = new Paths();
        new TreeMap<>(paths).forEach(sorted::addPathItem);
        return sorted;
    }

    private void complete(Operation operation) {
        errorResponses.addTo(operation);
        examples.addTo(operation);
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().values().forEach(body -> withoutNull(body.getSchema()));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(WdataDocument::restrictFilter);
        }
    }

    /** Removes the nullability that springdoc derives for lists with nullable entries. */
    private static void withoutNull(Schema<?> schema) {
        if (schema.getTypes() != null) {
            schema.getTypes().remove("null");
        }
    }

    @SuppressWarnings("unchecked") // the type of the schema is not known at compile time
    private static void restrictFilter(Parameter parameter) {
        Set<ItemType> types = FILTERS.get(parameter.getName());
        if (types != null) {
            ((Schema<String>) parameter.getSchema())
                    .setEnum(types.stream().map(ItemType::toString).sorted().toList());
        }
    }
}
