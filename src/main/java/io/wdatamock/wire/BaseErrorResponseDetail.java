package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** One error in a request. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BaseErrorResponseDetail(
        @Schema(description = "The code of the error", requiredMode = RequiredMode.REQUIRED)
        String code,

        @Schema(description = "A description of the error and its remedy", requiredMode = RequiredMode.REQUIRED)
        String message,

        @Schema(description = "The invalid field or parameter") @Nullable
        String target) {}
