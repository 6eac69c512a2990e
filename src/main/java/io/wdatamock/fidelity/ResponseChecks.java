package io.wdatamock.fidelity;

import io.wdatamock.observation.Observation;
import io.wdatamock.observation.SeenRun;
import io.wdatamock.wire.BaseResponse;
import io.wdatamock.wire.ConnectionDto;
import io.wdatamock.wire.ConnectionRunDto;
import io.wdatamock.wire.PagedResponse;
import io.wdatamock.wire.RefreshBatchDto;
import io.wdatamock.wire.VendorOperation;
import io.wdatamock.wire.WireJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** Checks of the format of successful responses. */
final class ResponseChecks {

    private static final List<String> MAPS =
            List.of("sourceMetadata", "destinationMetadata", "sourceParameters", "destinationParameters");

    /** Fields with content that the client or the service defines freely. */
    private static final Set<String> FREE = Set.of(
            "sourceMetadata",
            "destinationMetadata",
            "sourceParameters",
            "destinationParameters",
            "lastRunSourceParameters",
            "lastRunDestinationParameters",
            "metadata");

    private static final Set<String> INSTANTS = Set.of("created", "updated", "lastRunDate");
    private static final Pattern MILLISECONDS = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

    private static final ObjectReader READER =
            WireJson.MAPPER.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** The types from which the OpenAPI document is generated. */
    private static final Map<VendorOperation, ObjectReader> SCHEMAS = Map.of(
            VendorOperation.LIST_CONNECTIONS, READER.forType(new TypeReference<PagedResponse<ConnectionDto>>() {}),
            VendorOperation.GET_CONNECTION, READER.forType(new TypeReference<BaseResponse<ConnectionDto>>() {}),
            VendorOperation.REFRESH_CONNECTION, READER.forType(new TypeReference<BaseResponse<ConnectionRunDto>>() {}),
            VendorOperation.GET_REFRESH_STATUS, READER.forType(new TypeReference<BaseResponse<ConnectionRunDto>>() {}),
            VendorOperation.REFRESH_BATCH, READER.forType(new TypeReference<BaseResponse<RefreshBatchDto>>() {}),
            VendorOperation.GET_REFRESH_BATCH_STATUS,
                    READER.forType(new TypeReference<BaseResponse<RefreshBatchDto>>() {}));

    private ResponseChecks() {}

    static Map<String, Check> all() {
        return Map.ofEntries(
                Map.entry("schema", (Check.OfOne) ResponseChecks::schema),
                Map.entry("success-envelope", (Check.OfOne) ResponseChecks::envelope),
                Map.entry("no-nulls", (Check.OfOne) ResponseChecks::noNulls),
                Map.entry("run-maps", (Check.OfOne) ResponseChecks::runMaps),
                Map.entry("instants", (Check.OfOne) ResponseChecks::instants));
    }

    /** Types, formats and enumerations; additional fields are permitted. */
    private static Finding schema(Observation seen) {
        if (!seen.isSuccess()) {
            return Finding.NONE;
        }
        try {
            Objects.requireNonNull(SCHEMAS.get(seen.operation())).readValue(READER.treeAsTokens(seen.response()));
            return Finding.CONFIRMED;
        } catch (JacksonException e) {
            return Finding.CONTRADICTED;
        }
    }

    private static Finding envelope(Observation seen) {
        JsonNode code = seen.response().path("code");
        return Finding.when(
                seen.isSuccess(), seen.response().has("body") && code.isIntegralNumber() && code.asInt() == 200);
    }

    private static Finding noNulls(Observation seen) {
        return Finding.when(seen.isSuccess(), !hasNull(seen.response()));
    }

    private static boolean hasNull(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream().anyMatch(ResponseChecks::hasNull);
        }
        return node.properties().stream()
                .filter(field -> !FREE.contains(field.getKey()))
                .anyMatch(field ->
                        field.getValue().isNull() ? !field.getKey().equals("cursor") : hasNull(field.getValue()));
    }

    private static Finding runMaps(Observation seen) {
        List<SeenRun> runs = seen.allRuns();
        return Finding.when(
                !runs.isEmpty(),
                runs.stream()
                        .allMatch(run -> MAPS.stream()
                                .allMatch(map -> run.json().path(map).isObject())));
    }

    private static Finding instants(Observation seen) {
        List<JsonNode> found = seen.isSuccess()
                ? instantsIn(seen.response()).filter(node -> !node.isNull()).toList()
                : List.of();
        return Finding.when(
                !found.isEmpty(),
                found.stream()
                        .allMatch(instant ->
                                MILLISECONDS.matcher(instant.asString("")).matches()));
    }

    private static Stream<JsonNode> instantsIn(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream().flatMap(ResponseChecks::instantsIn);
        }
        return node.properties().stream()
                .filter(field -> !FREE.contains(field.getKey()))
                .flatMap(field ->
                        INSTANTS.contains(field.getKey()) ? Stream.of(field.getValue()) : instantsIn(field.getValue()));
    }
}
