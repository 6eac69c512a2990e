package io.wdatamock.sandbox;

import io.wdatamock.connection.ConnectionDocument;
import io.wdatamock.fault.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What sandboxes begin with, as a file has it; each part may be left out. */
record SeedDocument(
        @Nullable ObjectNode settings,
        @Nullable List<ConnectionDocument> connections,
        @Nullable List<Fault> faults) {}
