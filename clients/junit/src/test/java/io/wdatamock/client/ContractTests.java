package io.wdatamock.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.journal.Verification;
import io.wdatamock.junit.WdataMockTest;
import io.wdatamock.sandbox.ClockAdvance;
import io.wdatamock.sandbox.ClockChange;
import io.wdatamock.sandbox.ClockReading;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Compares the client's records with the server's document of the control API, {@code /v3/api-docs/mock}. The client
 * covers each operation and schema of the document or names it as omitted.
 */
@WdataMockTest
class ContractTests {

    private static final Map<String, Class<?>> RECORDS = Map.ofEntries(
            Map.entry("ClockAdvance", ClockAdvance.class),
            Map.entry("ClockChange", ClockChange.class),
            Map.entry("ConnectionDocument", ConnectionDocument.class),
            Map.entry("ConnectionRunDto", Run.class),
            Map.entry("ConnectionView", Connection.class),
            Map.entry("Connections", Connection.Listing.class),
            Map.entry("RequestPattern", RequestPattern.class),
            Map.entry("Fault", Fault.class),
            Map.entry("FaultProfiles", FaultProfile.Listing.class),
            Map.entry("Faults", Faults.Listing.class),
            Map.entry("Problem", Problem.class),
            Map.entry("ClockReading", ClockReading.class),
            Map.entry("Requests", Requests.class),
            Map.entry("Runs", RunDetails.Listing.class),
            Map.entry("Sandboxes", LiveSandbox.Listing.class),
            Map.entry("Script", Script.class),
            Map.entry("Settings", Settings.class),
            Map.entry("SettingsChange", Settings.class),
            Map.entry("ActiveFault", ActiveFault.class),
            Map.entry("Verification", Verification.class));

    /** The client does not interpret snapshots, and does not offer the index and the comparison with a real service. */
    private static final Set<String> OMITTED =
            Set.of("Fidelity", "Index", "LearnedSeed", "RecordingSummary", "Snapshot");

    private static final Set<String> OPERATIONS = Set.of(
            "addFault",
            "advanceClock",
            "advanceRun",
            "deleteConnection",
            "deleteFault",
            "deleteFaults",
            "deleteRequests",
            "deleteSandbox",
            "getClock",
            "getControlConnection",
            "getSettings",
            "getSnapshot",
            "listControlConnections",
            "listFaultProfiles",
            "listFaults",
            "listRequests",
            "listRuns",
            "listSandboxes",
            "putConnection",
            "putScripts",
            "releaseClock",
            "reset",
            "restoreSnapshot",
            "setClock",
            "setSettings",
            "verify");

    /**
     * For people: the index, the comparison with a real service and the event stream of the live page. The client
     * replaces all settings instead of changing some.
     */
    private static final Set<String> OPERATIONS_OMITTED =
            Set.of("addRecording", "getFidelity", "getIndex", "getLearnedSeed", "patchSettings", "watchEvents");

    @Test
    void clientHasEveryOperation(WdataMock mock) {
        Set<String> known = new TreeSet<>(OPERATIONS);
        known.addAll(OPERATIONS_OMITTED);

        assertThat(document(mock).operations()).isEqualTo(known);
    }

    @Test
    void everySchemaOfARequestOrResponseHasARecord(WdataMock mock) {
        Set<String> known = new TreeSet<>(RECORDS.keySet());
        known.addAll(OMITTED);

        assertThat(document(mock).schemasOfBodies()).isSubsetOf(known);
        assertThat(document(mock).schemas()).as("schemas that are named here").containsAll(known);
    }

    @Test
    void recordsHaveThePropertiesTypesAndEnumsOfTheSchemas(WdataMock mock) {
        ApiDocument document = document(mock);
        List<String> differences = new ArrayList<>();
        RECORDS.forEach((schema, type) -> {
            String wanted = document.shape(schema);
            String actual = RecordShape.of(type);
            if (!wanted.equals(actual)) {
                differences.add("%s, %s:%n  server: %s%n  client: %s".formatted(schema, type, wanted, actual));
            }
        });

        assertThat(differences).isEmpty();
    }

    @Test
    void requestFilterHasTheParametersOfTheServer(WdataMock mock) {
        assertThat(document(mock).parametersOf("/__mock/requests")).isEqualTo(RecordShape.of(RequestFilter.class));
    }

    private static ApiDocument document(WdataMock mock) {
        ControlApi api = new ControlApi(mock.baseUrl(), new ControlApi.Options(null, ""));
        return new ApiDocument(api.get("/v3/api-docs/mock", JsonNode.class));
    }

    /** The names of the schemas that a node refers to directly. */
    static Set<String> references(JsonNode node) {
        Set<String> names = new TreeSet<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty()) {
            JsonNode next = open.pop();
            if (next.has("$ref")) {
                names.add(ApiDocument.name(next));
            }
            next.forEach(open::push);
        }
        return names;
    }
}
