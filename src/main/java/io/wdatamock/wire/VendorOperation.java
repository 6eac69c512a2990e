package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The operations that clients call: the vendor's operations by their operationId, and the token endpoint. */
public enum VendorOperation {
    LIST_CONNECTIONS("listConnections"),
    GET_CONNECTION("getConnection"),
    REFRESH_CONNECTION("refreshConnection"),
    GET_REFRESH_STATUS("getRefreshStatus"),
    REFRESH_BATCH("refreshBatch"),
    GET_REFRESH_BATCH_STATUS("getRefreshBatchStatus"),
    ISSUE_TOKEN("issueToken");

    /** The tag of the operations in the vendor's contract. */
    public static final String TAG = "Connection Management";

    private static final Map<String, VendorOperation> BY_ID = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(VendorOperation::toString, operation -> operation));

    private final String operationId;

    VendorOperation(String operationId) {
        this.operationId = operationId;
    }

    /** Returns the operation with this operationId. */
    public static Optional<VendorOperation> of(String operationId) {
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
