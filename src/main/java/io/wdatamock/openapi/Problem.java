package io.wdatamock.openapi;

import io.swagger.v3.oas.annotations.media.Schema;
import io.wdatamock.wire.BaseErrorResponseDetail;
import java.util.List;

/** The error body of the control API (RFC 9457), for its OpenAPI document. */
@Schema(description = "An error; the request has changed nothing")
record Problem(
        @Schema(description = "The reason phrase of the status")
        String title,

        @Schema(description = "The HTTP status") int status,

        @Schema(description = "A description of the error and its remedy")
        String detail,

        @Schema(description = "The individual errors; `target` is the field")
        List<BaseErrorResponseDetail> errors) {}
