package io.wdatamock.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.upstream.Upstream;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Lists the operations of the control API. */
@Tag(name = "Sandbox")
@RestController
public class IndexController {

    private static final String BASE = "/__mock";

    /**
     * The control API of one sandbox.
     *
     * @param sandbox the name of the sandbox
     * @param baseUrl the sandbox's base URL; the paths of the operations are relative to it
     * @param document the OpenAPI document of the operations
     * @param upstream the URL of the real service that answers the vendor's operations; null if the mock answers
     */
    @Schema(name = "Index")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Index(
            String sandbox,
            String baseUrl,
            String document,
            @Nullable String upstream,
            List<Listed> operations) {}

    /** An operation of the control API; {@code path} may contain variables in braces. */
    @Schema(name = "IndexedOperation")
    public record Listed(String method, String path, String operationId, String summary) {}

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    private final Upstream upstream;

    IndexController(ObjectProvider<RequestMappingHandlerMapping> mappings, Upstream upstream) {
        this.mappings = mappings;
        this.upstream = upstream;
    }

    @GetMapping(BASE)
    @Operation(summary = "List the operations of the control API")
    Index getIndex(Sandbox sandbox, HttpServletRequest request) {
        String baseUrl = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        List<Listed> operations = mappings.stream()
                .map(RequestMappingHandlerMapping::getHandlerMethods)
                .flatMap(methods -> methods.entrySet().stream())
                .flatMap(IndexController::listed)
                .filter(operation ->
                        !SandboxesController.isServerWide(operation.path()) || SandboxesController.isRoot(request))
                .sorted(Comparator.comparing(Listed::path).thenComparing(Listed::method))
                .toList();
        return new Index(
                sandbox.name(),
                baseUrl,
                baseUrl + "/v3/api-docs/mock",
                upstream.url().orElse(null),
                operations);
    }

    private static Stream<Listed> listed(Map.Entry<RequestMappingInfo, HandlerMethod> mapping) {
        Method method = mapping.getValue().getMethod();
        Optional<Operation> described =
                Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method, Operation.class));
        return described.stream()
                .flatMap(operation -> mapping.getKey().getPatternValues().stream()
                        .filter(path -> path.equals(BASE) || path.startsWith(BASE + "/"))
                        .flatMap(path -> mapping.getKey().getMethodsCondition().getMethods().stream()
                                .map(verb -> new Listed(verb.name(), path, method.getName(), operation.summary()))));
    }
}
