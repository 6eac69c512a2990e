package io.wdatamock.mcp;

import io.wdatamock.control.FidelityController;
import io.wdatamock.fidelity.Basis;
import io.wdatamock.fidelity.Behaviour;
import io.wdatamock.wire.VendorOperation;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The tools that look something up: how a behaviour is known, and the OpenAPI documents. */
@Lazy
@Component
final class ReferenceTools implements ToolSet {

    private record BehaviourSelection(
            @Nullable VendorOperation operation,
            @Nullable Basis basis,
            @Nullable String words) {

        boolean contains(Behaviour behaviour) {
            return (operation == null || operation == behaviour.operation())
                    && (basis == null || basis == behaviour.basis())
                    && Stream.of(words == null ? new String[0] : lower(words).split("\\s+"))
                            .allMatch(lower(behaviour.behaviour() + " " + behaviour.source())::contains);
        }

        private static String lower(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /** A document of {@link OpenApiDocuments}. */
    private enum DocumentName {
        WDATA,
        MOCK;

        @com.fasterxml.jackson.annotation.JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record DocumentChoice(
            @Nullable DocumentName document, @Nullable String operationId) {}

    private record Document(ObjectNode document) {}

    private final FidelityController fidelity;
    private final OpenApiDocuments documents;

    ReferenceTools(FidelityController fidelity, OpenApiDocuments documents) {
        this.fidelity = fidelity;
        this.documents = documents;
    }

    @Override
    public Map<String, Function<ToolCall, ?>> methods() {
        return Map.of("look_up_fidelity", this::lookUpFidelity, "get_openapi", this::getOpenApi);
    }

    private FidelityController.Listing lookUpFidelity(ToolCall call) {
        BehaviourSelection selection = call.read(BehaviourSelection.class);
        return new FidelityController.Listing(fidelity.getFidelity(call.sandbox()).behaviours().stream()
                .filter(selection::contains)
                .toList());
    }

    private Document getOpenApi(ToolCall call) {
        DocumentChoice choice = call.read(DocumentChoice.class);
        String name = ToolCall.required("document", choice.document()).toString();
        String operationId = choice.operationId();
        return new Document(operationId == null ? documents.document(name) : documents.operation(name, operationId));
    }
}
