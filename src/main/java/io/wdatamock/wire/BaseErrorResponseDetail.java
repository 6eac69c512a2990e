package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** One thing that was wrong with a request. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BaseErrorResponseDetail(
        @Schema(description = "What kind of error this is, as one word", requiredMode = RequiredMode.REQUIRED)
        String code,

        @Schema(description = "What was wrong, and what would be right", requiredMode = RequiredMode.REQUIRED)
        String message,

        @Schema(description = "The field or parameter that was wrong") @Nullable
        String target) {}
