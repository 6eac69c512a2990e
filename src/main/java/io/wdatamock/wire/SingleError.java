package io.wdatamock.wire;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;

/** The body of an error with any status but 400. */
public record SingleError(
        @Schema(description = "What went wrong, for a person to read", requiredMode = RequiredMode.REQUIRED)
        String body,

        @Schema(description = "The HTTP status again", requiredMode = RequiredMode.REQUIRED)
        int code,

        @Schema(description = "What went wrong, for a program to read")
        List<BaseErrorResponseDetail> details)
        implements VendorError {}
