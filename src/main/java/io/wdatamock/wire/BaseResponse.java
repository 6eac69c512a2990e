package io.wdatamock.wire;

import io.swagger.v3.oas.annotations.media.Schema;

/** The envelope of a successful answer about one thing. */
public record BaseResponse<T>(
        @Schema(description = "What was asked for") T body,
        @Schema(description = "The HTTP status again") int code) {

    public static <T> BaseResponse<T> ok(T body) {
        return new BaseResponse<>(body, 200);
    }
}
