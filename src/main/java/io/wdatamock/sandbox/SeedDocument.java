package io.wdatamock.sandbox;

import io.wdatamock.connection.ConnectionDocument;
import io.wdatamock.fault.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The content of a seed file; each part is optional. */
record SeedDocument(
        @Nullable ObjectNode settings,
        @Nullable List<ConnectionDocument> connections,
        @Nullable List<Fault> faults) {}
