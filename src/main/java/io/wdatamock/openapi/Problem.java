package io.wdatamock.openapi;

import io.swagger.v3.oas.annotations.media.Schema;
import io.wdatamock.wire.BaseErrorResponseDetail;
import java.util.List;

/** How the control API describes a refusal (RFC 9457); for its OpenAPI document. */
@Schema(description = "Why a request was refused; nothing has changed")
record Problem(
        @Schema(description = "The status in words") String title,
        @Schema(description = "The HTTP status again") int status,

        @Schema(description = "What was wrong, and what would be right")
        String detail,

        @Schema(description = "The same field by field; `target` names the field")
        List<BaseErrorResponseDetail> errors) {}
