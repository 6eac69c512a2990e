package io.wdatamock.wire;

/** The envelope of a successful answer about one thing. */
public record BaseResponse<T>(T body, int code) {

    public static <T> BaseResponse<T> ok(T body) {
        return new BaseResponse<>(body, 200);
    }
}
