package io.wdatamock.wire;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;

/** The body of an error response: a {@link MultiError} with status 400, otherwise a {@link SingleError}. */
public sealed interface VendorError {

    /** The HTTP status. */
    int code();

    /** The individual errors. */
    List<BaseErrorResponseDetail> details();

    /** The body of an error with any status but 400. */
    record SingleError(
            @Schema(description = "The error message", requiredMode = RequiredMode.REQUIRED)
            String body,

            @Schema(description = "The HTTP status", requiredMode = RequiredMode.REQUIRED)
            int code,

            @Schema(description = "The individual errors") List<BaseErrorResponseDetail> details)
            implements VendorError {}

    /** The body of an error with status 400, which may have several causes at once. */
    record MultiError(
            @Schema(description = "The error messages", requiredMode = RequiredMode.REQUIRED)
            List<String> body,

            @Schema(description = "The HTTP status", requiredMode = RequiredMode.REQUIRED)
            int code,

            @Schema(description = "The individual errors") List<BaseErrorResponseDetail> details)
            implements VendorError {}
}
