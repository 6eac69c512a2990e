package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonValue;

/** The six operations of the vendor by their operationId, and the token request. */
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
