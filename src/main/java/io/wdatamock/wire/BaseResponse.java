package io.wdatamock.wire;

import io.swagger.v3.oas.annotations.media.Schema;

/** The envelope of a successful response with one object. */
public record BaseResponse<T>(
        @Schema(description = "The requested object") T body,
        @Schema(description = "The HTTP status") int code) {

    public static <T> BaseResponse<T> ok(T body) {
        return new BaseResponse<>(body, 200);
    }
}
