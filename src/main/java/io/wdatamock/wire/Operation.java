package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The operations a client calls: the vendor's six by their operationId, and the issue of a token. */
public enum Operation {
    LIST_CONNECTIONS("listConnections"),
    GET_CONNECTION("getConnection"),
    REFRESH_CONNECTION("refreshConnection"),
    GET_REFRESH_STATUS("getRefreshStatus"),
    REFRESH_BATCH("refreshBatch"),
    GET_REFRESH_BATCH_STATUS("getRefreshBatchStatus"),
    ISSUE_TOKEN("issueToken");

    private static final Map<String, Operation> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Operation::toString, operation -> operation));

    private final String operationId;

    Operation(String operationId) {
        this.operationId = operationId;
    }

    /** The operation of this operationId, if there is one. */
    public static Optional<Operation> of(String operationId) {
        return Optional.ofNullable(BY_ID.get(operationId));
    }

    /** Whether the request carries a JSON body. */
    public boolean takesJson() {
        return this == REFRESH_CONNECTION || this == REFRESH_BATCH;
    }

    @JsonValue
    @Override
    public String toString() {
        return operationId;
    }
}
