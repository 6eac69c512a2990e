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
            @Schema(description = "What went wrong, for a person to read", requiredMode = RequiredMode.REQUIRED)
            String body,

            @Schema(description = "The HTTP status again", requiredMode = RequiredMode.REQUIRED)
            int code,

            @Schema(description = "What went wrong, for a program to read")
            List<BaseErrorResponseDetail> details)
            implements VendorError {}

    /** The body of an error with status 400, which may have several causes at once. */
    record MultiError(
            @Schema(
                    description = "What is wrong with the request, one sentence each",
                    requiredMode = RequiredMode.REQUIRED)
            List<String> body,

            @Schema(description = "The HTTP status again", requiredMode = RequiredMode.REQUIRED)
            int code,

            @Schema(description = "What is wrong with the request, for a program to read")
            List<BaseErrorResponseDetail> details)
            implements VendorError {}
}
