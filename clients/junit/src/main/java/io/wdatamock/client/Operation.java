package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonValue;

/** The operations that a client of the vendor calls, by their operationId: the six, and the issue of a token. */
public enum Operation {
    LIST_CONNECTIONS("listConnections"),
    GET_CONNECTION("getConnection"),
    REFRESH_CONNECTION("refreshConnection"),
    GET_REFRESH_STATUS("getRefreshStatus"),
    REFRESH_BATCH("refreshBatch"),
    GET_REFRESH_BATCH_STATUS("getRefreshBatchStatus"),
    ISSUE_TOKEN("issueToken");

    private final String operationId;

    Operation(String operationId) {
        this.operationId = operationId;
    }

    @JsonValue
    @Override
    public String toString() {
        return operationId;
    }
}
